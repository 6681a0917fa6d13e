package quartier.gateway.pledge;

import java.time.Instant;
import java.util.List;
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
        @Nullable Instant placedAt,
        @Nullable String kind,
        boolean rewardWaived,
        @Nullable Wanted wanted,
        List<Refund> refunds) {

    public Pledge {
        refunds = refunds == null ? List.of() : List.copyOf(refunds);
    }

    /** What it becomes once the difference of a change is paid. */
    public record Wanted(Money amount, @Nullable String tier) {}

    /** Money that goes back. */
    public record Refund(
            String id,
            Money amount,
            @Nullable String reason,
            String state,
            @Nullable Instant at) {}

    /** Where the backer's bank asks them to confirm. */
    public record Action(@Nullable String url) {}

    public boolean isLoan() {
        return "interest_free_loan".equals(kind);
    }

    public boolean is(String wanted) {
        return state.equals(wanted);
    }
}
