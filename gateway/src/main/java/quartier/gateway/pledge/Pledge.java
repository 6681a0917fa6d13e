package quartier.gateway.pledge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Money;

/** A member's own pledge. */
public record Pledge(
        String id,
        String campaign,
        Money amount,
        @Nullable String tier,
        @Nullable String visibility,
        @Nullable String organisation,
        String state,
        @Nullable Action action,
        @Nullable String declineReason,
        @Nullable Instant placedAt) {

    /** Where the backer's bank asks them to confirm. */
    public record Action(@Nullable String url) {}

    public boolean is(String wanted) {
        return state.equals(wanted);
    }
}
