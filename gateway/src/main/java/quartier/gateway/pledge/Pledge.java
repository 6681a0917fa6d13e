package quartier.gateway.pledge;

import java.time.Duration;
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
        @Nullable Money matched,
        @Nullable String refundReason,
        @Nullable Instant confirmedAt,
        List<Refund> refunds) {

    public Pledge {
        refunds = refunds == null ? List.of() : List.copyOf(refunds);
    }

    /** What it becomes once the difference of a change is paid. */
    public record Wanted(Money amount, @Nullable String tier) {}

    /**
     * Money that goes back.
     *
     * @param askedAt since when it is owed
     * @param failedAt when the bank refused it for good
     * @param at when it left
     */
    public record Refund(
            String id,
            Money amount,
            @Nullable String reason,
            String state,
            @Nullable Instant askedAt,
            @Nullable Instant failedAt,
            @Nullable Instant at) {

        private static final Duration SLOWEST_BANK = Duration.ofDays(14);

        /** By when every bank shows it: ten working days. */
        public @Nullable Instant shownBy() {
            return at == null ? null : at.plus(SLOWEST_BANK);
        }
    }

    /** Something was paid, so there is a receipt. */
    public boolean isPaid() {
        return confirmedAt != null || refundReason != null;
    }

    /** Where the backer's bank asks them to confirm. */
    public record Action(@Nullable String url) {}

    public boolean isLoan() {
        return "interest_free_loan".equals(kind);
    }

    public boolean is(String wanted) {
        return state.equals(wanted);
    }
}
