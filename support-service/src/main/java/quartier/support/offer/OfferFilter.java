package quartier.support.offer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which offers a list shows; null leaves a condition out.
 *
 * @param after where the page before ended
 */
public record OfferFilter(
        @Nullable String project,
        @Nullable String supporter,
        @Nullable String owner,
        @Nullable OfferState state,
        @Nullable After after,
        int limit) {

    /** The last offer of a page. */
    public record After(Instant madeAt, String id) {}

    OfferFilter only(OfferState wanted) {
        return new OfferFilter(project, supporter, owner, wanted, after, limit);
    }
}
