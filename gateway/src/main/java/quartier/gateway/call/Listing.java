package quartier.gateway.call;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a list; {@code next} is the cursor of the following one. */
public record Listing<T>(List<T> items, @Nullable String next) {

    public Listing {
        items = items == null ? List.of() : List.copyOf(items);
    }
}
