package quartier.support.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next the cursor of the next page, left out on the last */
public record ItemPage<T>(List<T> items, @Nullable String next) {
    public ItemPage {
        items = List.copyOf(items);
    }
}
