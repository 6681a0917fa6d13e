package quartier.pledge.escrow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a campaign, frozen at its launch. Amounts are minor units of {@code currency}.
 *
 * @param goal what must be confirmed at the verdict, or everybody is refunded
 * @param cap the overfunding cap: confirmed and held together never exceed it
 * @param deadline the first instant at which no pledge is taken any more
 * @param commissionBasisPoints the platform's part of what is collected, before tax, in 1/10,000
 * @param vatBasisPoints the tax on the commission, in 1/10,000
 * @param closingLimit how long after the deadline unknown payments are waited for
 * @param loans how loans are repaid; null where none are taken
 */
public record Terms(
        String currency,
        long goal,
        long cap,
        Instant deadline,
        int commissionBasisPoints,
        int vatBasisPoints,
        Set<PledgeKind> kinds,
        List<Tier> tiers,
        Duration closingLimit,
        @Nullable LoanTerms loans) {

    /** Far above any campaign, and far below what would overflow when it is multiplied by a percentage. */
    static final long LARGEST = 1_000_000_000_000_000L;

    private static final long WHOLE = 100_000_000;

    public Terms {
        kinds = Set.copyOf(kinds);
        tiers = List.copyOf(tiers);
        if (goal <= 0 || cap < goal || cap > LARGEST) {
            throw new IllegalArgumentException("0 < goal <= cap <= 10^15 does not hold for " + goal + " and " + cap);
        }
        if (commissionBasisPoints < 0
                || vatBasisPoints < 0
                || (long) commissionBasisPoints * (10_000L + vatBasisPoints) > WHOLE) {
            throw new IllegalArgumentException("commission and its tax are between nothing and everything");
        }
        if (closingLimit.isNegative()) {
            throw new IllegalArgumentException("the limit of closing is not negative");
        }
        if (kinds.contains(PledgeKind.INTEREST_FREE_LOAN) && loans == null) {
            throw new IllegalArgumentException("loans are taken only with terms of repayment");
        }
    }

    public Optional<Tier> tier(String id) {
        return tiers.stream().filter(tier -> tier.id().equals(id)).findFirst();
    }

    public Money money(long minorUnits) {
        return new Money(minorUnits, currency);
    }
}
