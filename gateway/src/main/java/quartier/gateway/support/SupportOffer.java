package quartier.gateway.support;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Money;

/** What a supporter offers to a project. */
public record SupportOffer(
        String id,
        @Nullable String supporter,
        @Nullable String supporterName,
        String project,
        @Nullable String projectSlug,
        @Nullable String projectTitle,
        @Nullable String kind,
        @Nullable String title,
        @Nullable String description,
        @Nullable Money amount,
        @Nullable String conditions,
        @Nullable Instrument instrument,
        String state,
        @Nullable String reason,
        @Nullable Instant madeAt) {

    public record Instrument(
            @Nullable String deliberation,
            @Nullable String date,
            @Nullable String convention) {}

    public boolean is(String wanted) {
        return state.equals(wanted);
    }
}
