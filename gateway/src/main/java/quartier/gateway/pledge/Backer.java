package quartier.gateway.pledge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Money;

/** A backer as they wish to be shown; without a name, anonymous. */
public record Backer(
        @Nullable String name,
        @Nullable Money amount,
        @Nullable Instant at) {}
