package quartier.inkind.need.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next the cursor of the next page, left out on the last */
record ItemPage<T>(List<T> items, @Nullable String next) {
    ItemPage {
        items = List.copyOf(items);
    }
}
