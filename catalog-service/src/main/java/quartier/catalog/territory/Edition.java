package quartier.catalog.territory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a territory's policy. It is never changed; one that does not hold yet may be withdrawn.
 *
 * @param policy null when from then on the policy of the territory above holds
 * @param effectiveFrom campaigns that are launched from then on obey it; live ones keep the terms they were launched with
 * @param by a member's id, or {@code configuration}
 * @param note why, for the public
 */
public record Edition(
        int version, @Nullable Policy policy, Instant effectiveFrom, Instant enactedAt, String by, String note) {}
