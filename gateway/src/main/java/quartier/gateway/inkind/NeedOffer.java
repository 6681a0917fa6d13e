package quartier.gateway.inkind;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody offers for a need, from the first word to the thanks. */
public record NeedOffer(
        String id,
        String need,
        @Nullable String project,
        @Nullable String title,
        @Nullable String kind,
        @Nullable String by,
        @Nullable String byName,
        int quantity,
        @Nullable String message,
        @Nullable String contact,
        String state,
        @Nullable String reason,
        @Nullable String thanks,
        @Nullable Instant at) {

    public boolean is(String wanted) {
        return state.equals(wanted);
    }
}
