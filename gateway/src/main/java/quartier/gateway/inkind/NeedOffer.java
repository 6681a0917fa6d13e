package quartier.gateway.inkind;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody offers for a need, from the first word to the thanks. */
public record NeedOffer(
        String id,
        String need,
        @Nullable String needTitle,
        @Nullable String kind,
        @Nullable String project,
        @Nullable String projectSlug,
        @Nullable String projectTitle,
        @Nullable String owner,
        String state,
        int quantity,
        @Nullable String message,
        @Nullable String contact,
        @Nullable String by,
        @Nullable String byName,
        @Nullable String reason,
        @Nullable String thanks,
        @Nullable Instant offeredAt) {

    public boolean is(String wanted) {
        return state.equals(wanted);
    }
}
