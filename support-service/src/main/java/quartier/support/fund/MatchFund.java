package quartier.support.fund;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sponsor's money that completes pledges, and all that is promised of it: one aggregate, so that the sum of its
 * allowances is decided in one place and never exceeds the budget.
 *
 * @param createdBy the agent who set it up
 * @param fingerprint of the request, to tell a repetition from another request under the same key
 * @param received null until the operator has seen the money
 * @param allowances the first reserved first
 */
public record MatchFund(
        String id,
        Sponsor sponsor,
        FundTerms terms,
        String createdBy,
        String fingerprint,
        Instant createdAt,
        FundState state,
        @Nullable MoneyReceived received,
        List<Allowance> allowances) {

    /** All of them live in one document; a larger programme is several funds. */
    public static final int MOST_ALLOWANCES = 500;

    /** @throws IllegalArgumentException when more is promised than there is */
    public MatchFund {
        allowances = List.copyOf(allowances);
        if (committed(allowances) > terms.budgetMinorUnits()) {
            throw new IllegalArgumentException("Fund " + id + " would promise more than its budget");
        }
    }

    static MatchFund of(
            String id, Sponsor sponsor, FundTerms terms, String createdBy, String fingerprint, Instant createdAt) {
        return new MatchFund(id, sponsor, terms, createdBy, fingerprint, createdAt, FundState.DRAFT, null, List.of());
    }

    /** What is the campaigns': granted, and not given back. */
    public long reservedMinorUnits() {
        return committed(allowances);
    }

    /** What stands beside pledges. */
    public long matchedMinorUnits() {
        return allowances.stream().mapToLong(Allowance::matchedMinorUnits).reduce(0, Math::addExact);
    }

    /** What can still be reserved. */
    public long freeMinorUnits() {
        return terms.budgetMinorUnits() - reservedMinorUnits();
    }

    public Optional<Allowance> allowanceOf(String campaign) {
        return allowances.stream()
                .filter(allowance -> allowance.campaign().equals(campaign))
                .findFirst();
    }

    Decision confirm(long minorUnits, String currency, MoneyReceived money) {
        if (received != null && received.reference().equals(money.reference())) {
            return new Decision.Unchanged(this);
        }
        if (state != FundState.DRAFT || received != null) {
            return refused(new Rejection.WrongState(state));
        }
        if (money.by().equals(createdBy)) {
            return refused(new Rejection.NeedsAnotherPerson());
        }
        if (minorUnits != terms.budgetMinorUnits() || !currency.equals(terms.currency())) {
            return refused(new Rejection.NotTheBudget(terms.budgetMinorUnits(), terms.currency()));
        }
        return changed(with(state, money, allowances));
    }

    Decision open() {
        return switch (state) {
            case OPEN -> new Decision.Unchanged(this);
            case CLOSED -> refused(new Rejection.WrongState(state));
            case DRAFT ->
                received == null
                        ? refused(new Rejection.MoneyNotReceived())
                        : changed(with(FundState.OPEN, received, allowances));
        };
    }

    /** With all that it still promises: what is matched stays, the rest comes back. */
    Decision close() {
        if (state == FundState.CLOSED) {
            return new Decision.Unchanged(this);
        }
        List<Allowance> ending = allowances.stream()
                .filter(Allowance::isOpen)
                .map(Allowance::close)
                .toList();
        MatchFund next = with(FundState.CLOSED, received, allowances);
        for (Allowance allowance : ending) {
            next = next.replacing(allowance);
        }
        return new Decision.Changed(next, ending);
    }

    /**
     * Puts this much at a campaign's disposal in all; again with the same amount changes nothing (also when it was topped
     * up since), with more it grows.
     *
     * @param allowance the id of the allowance, if it is the campaign's first
     * @param totalMinorUnits null for a lump sum, which is its rule's
     */
    Decision reserve(
            String allowance, LiveCampaign campaign, @Nullable Long totalMinorUnits, String agent, Instant now) {
        Optional<Allowance> before = allowanceOf(campaign.id());
        long total = totalMinorUnits != null ? totalMinorUnits : lumpSum();
        if (before.filter(known -> known.isOpen() && known.sliceMinorUnits() == total)
                .isPresent()) {
            return new Decision.Unchanged(this);
        }
        Optional<Rejection> refusal = Reservation.refusal(this, campaign, before.orElse(null), total, agent, now);
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        Allowance granted = before.map(known -> known.grant(total, total - known.grantedMinorUnits()))
                .orElseGet(() -> new Allowance(
                        allowance,
                        campaign.id(),
                        campaign.slug(),
                        campaign.title(),
                        total,
                        total,
                        0,
                        AllowanceState.OPEN,
                        now,
                        0));
        return announcing(granted);
    }

    Decision closeAllowance(String campaign) {
        return allowanceOf(campaign)
                .<Decision>map(
                        allowance -> allowance.isOpen() ? announcing(allowance.close()) : new Decision.Unchanged(this))
                .orElseGet(() -> refused(new Rejection.NoSuchAllowance()));
    }

    /**
     * Takes note of what a campaign matched or gave back, and tops up what runs low, as far as the budget goes: also
     * where something had run low before, and money came free only now.
     *
     * @throws IllegalArgumentException when it can't be true: another currency, more than was granted, no such allowance
     */
    Decision hear(MatchReport report, int topUpBelowPercent, Instant now) {
        Allowance allowance = allowances.stream()
                .filter(one -> one.id().equals(report.allowance()))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("Fund " + id + " has no allowance " + report.allowance()));
        if (!report.currency().equals(terms.currency())) {
            throw new IllegalArgumentException("Fund " + id + " has no " + report.currency());
        }
        if (report.sequence() <= allowance.heard()) {
            return new Decision.Unchanged(this);
        }
        return replacing(allowance.hear(report)).lookingAfter(topUpBelowPercent, now);
    }

    /**
     * Takes back what a campaign that is over did not use. It tells that itself where it has something left; but what it
     * never heard of, because it was over before, it can't give back.
     */
    Decision end(String campaign, int topUpBelowPercent, Instant now) {
        return allowanceOf(campaign)
                .filter(allowance -> allowance.state() != AllowanceState.RELEASED)
                .map(allowance -> replacing(allowance.release()).lookingAfter(topUpBelowPercent, now))
                .orElseGet(() -> new Decision.Unchanged(this));
    }

    private Decision lookingAfter(int topUpBelowPercent, Instant now) {
        return state == FundState.OPEN && terms.scope().isOpenAt(now) ? toppedUp(topUpBelowPercent) : changed(this);
    }

    private Decision toppedUp(int belowPercent) {
        MatchFund next = this;
        List<Allowance> announced = new ArrayList<>();
        for (Allowance allowance : allowances) {
            long more = allowance.runsLow(belowPercent) ? next.affordable(allowance) : 0;
            if (more > 0) {
                Allowance granted = allowance.grant(allowance.sliceMinorUnits(), more);
                next = next.replacing(granted);
                announced.add(granted);
            }
        }
        return new Decision.Changed(next, announced);
    }

    /** Another slice, or what is left of the budget and of the campaign's cap. */
    private long affordable(Allowance allowance) {
        Long cap = terms.rule().perCampaignMinorUnits();
        long underCap = cap == null ? Long.MAX_VALUE : cap - allowance.grantedMinorUnits();
        return Math.min(allowance.sliceMinorUnits(), Math.min(freeMinorUnits(), underCap));
    }

    private long lumpSum() {
        return terms.rule() instanceof MatchRule.LumpSum lump ? lump.amountMinorUnits() : 0;
    }

    private Decision announcing(Allowance allowance) {
        return new Decision.Changed(replacing(allowance), List.of(allowance));
    }

    private MatchFund replacing(Allowance allowance) {
        List<Allowance> next = new ArrayList<>(allowances);
        int index = next.stream().map(Allowance::id).toList().indexOf(allowance.id());
        if (index < 0) {
            next.add(allowance);
        } else {
            next.set(index, allowance);
        }
        return with(state, received, next);
    }

    private MatchFund with(FundState next, @Nullable MoneyReceived money, List<Allowance> itsAllowances) {
        return new MatchFund(id, sponsor, terms, createdBy, fingerprint, createdAt, next, money, itsAllowances);
    }

    private static long committed(List<Allowance> allowances) {
        return allowances.stream().mapToLong(Allowance::committedMinorUnits).reduce(0, Math::addExact);
    }

    private static Decision changed(MatchFund next) {
        return new Decision.Changed(next, List.of());
    }

    private static Decision refused(Rejection reason) {
        return new Decision.Refused(reason);
    }
}
