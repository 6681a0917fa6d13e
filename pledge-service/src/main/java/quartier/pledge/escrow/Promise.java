package quartier.pledge.escrow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a backer promised; a change of mind makes another one.
 *
 * @param pledge the pledge's id, derived from the member, the campaign and the request's Idempotency-Key
 * @param backer the member's opaque id; no name, because the journal is never rewritten
 * @param organisation in whose name, if not the member's own
 * @param tier the reward that comes with it, or that was waived
 * @param fingerprint of the request that placed it, to recognise the same key with another body
 * @param payment our own id of the first payment, which the provider gets as idempotency key
 * @param rewardWaived the tier's reward is not wanted, and takes nothing of its stock
 * @param enteredBy the agent who entered an offline pledge: cash that was handed over at a meeting
 */
public record Promise(
        String pledge,
        String backer,
        @Nullable String organisation,
        long amountMinorUnits,
        @Nullable String tier,
        Visibility visibility,
        String fingerprint,
        String payment,
        Instant placedAt,
        PledgeKind kind,
        BackerKind backerKind,
        boolean rewardWaived,
        @Nullable String enteredBy) {

    public Promise {
        // Pages of before these were told apart have neither.
        kind = kind != null ? kind : PledgeKind.of(tier, rewardWaived);
        backerKind = backerKind != null ? backerKind : BackerKind.PERSON;
    }

    public boolean isOffline() {
        return enteredBy != null;
    }

    public boolean isLoan() {
        return kind == PledgeKind.INTEREST_FREE_LOAN;
    }

    /** The tier whose reward it is owed, and of whose stock it takes one; null also when the reward was waived. */
    public @Nullable String takes() {
        return rewardWaived ? null : tier;
    }

    Promise changed(long amount, @Nullable String to, boolean waived) {
        PledgeKind after = isLoan() ? kind : PledgeKind.of(to, waived);
        return new Promise(
                pledge,
                backer,
                organisation,
                amount,
                to,
                visibility,
                fingerprint,
                payment,
                placedAt,
                after,
                backerKind,
                waived,
                enteredBy);
    }
}
