package quartier.catalog.call;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next the cursor of the following page; null on the last */
public record Page(List<Call> calls, @Nullable Cursor next) {
    public Page {
        calls = List.copyOf(calls);
    }
}
