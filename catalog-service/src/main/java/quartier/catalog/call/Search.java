package quartier.catalog.call;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which calls a reader looks for.
 *
 * @param territories those whose calls are meant; null for all
 * @param state at this moment; null when any will do
 * @param now the moment
 * @param cursor where the previous page ended
 * @param limit the most that a page may hold
 */
public record Search(
        @Nullable List<String> territories,
        @Nullable CallState state,
        Instant now,
        @Nullable Cursor cursor,
        int limit) {}
