package quartier.pledge.escrow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The money of one campaign after some event: immutable, and cheap to keep. {@link Rules#decide} says what a command
 * does to it and {@link Evolution#evolve} does it.
 */
public final class Escrow {

    final String campaign;
    final String owner;
    final Terms terms;
    final CampaignState state;
    final long sequence;
    final Totals totals;
    final PersistentMap<TierCount> tiers;
    final PersistentMap<Pledge> pledges;
    final PersistentMap<Pledge.Held> holds;
    final PersistentMap<Refusal> refusals;
    /** How many confirmed pledges each backer has. */
    final PersistentMap<Integer> backers;

    final PersistentMap<Refund> refunds;
    /** The refunds that are not done. */
    final PersistentMap<Refund> unsettled;

    final @Nullable Split split;
    final @Nullable Payout payout;
    final @Nullable Instant closingSince;
    final boolean settled;

    Escrow(Draft draft) {
        this.campaign = draft.campaign;
        this.owner = draft.owner;
        this.terms = draft.terms;
        this.state = draft.state;
        this.sequence = draft.sequence;
        this.totals = draft.totals;
        this.tiers = draft.tiers;
        this.pledges = draft.pledges;
        this.holds = draft.holds;
        this.refusals = draft.refusals;
        this.backers = draft.backers;
        this.refunds = draft.refunds;
        this.unsettled = draft.unsettled;
        this.split = draft.split;
        this.payout = draft.payout;
        this.closingSince = draft.closingSince;
        this.settled = draft.settled;
    }

    public String campaign() {
        return campaign;
    }

    /** The member whom the money is for. */
    public String owner() {
        return owner;
    }

    public Terms terms() {
        return terms;
    }

    public CampaignState state() {
        return state;
    }

    /** How many events this campaign has had. */
    public long sequence() {
        return sequence;
    }

    public Totals totals() {
        return totals;
    }

    public Money collected() {
        return terms.money(totals.collected());
    }

    public Money held() {
        return terms.money(totals.held());
    }

    /** What can still be pledged below the overfunding cap, in minor units. */
    public long leftBelowCap() {
        return terms.cap() - totals.collected() - totals.held();
    }

    /** {@code collected · 100 / goal}, rounded down. */
    public long percent() {
        return Math.multiplyExact(totals.collected(), 100) / terms.goal();
    }

    /** How many different members have a confirmed pledge. */
    public int backers() {
        return backers.size();
    }

    public int holds() {
        return holds.size();
    }

    public TierCount tier(String id) {
        TierCount count = tiers.get(id);
        return count == null ? TierCount.NONE : count;
    }

    public Optional<Pledge> pledge(String id) {
        return Optional.ofNullable(pledges.get(id));
    }

    public Stream<Pledge> pledges() {
        return pledges.values().stream();
    }

    public Optional<Refund> refund(String payment) {
        return Optional.ofNullable(refunds.get(payment));
    }

    public Stream<Refund> refunds() {
        return refunds.values().stream();
    }

    /** How the money is divided, once funded. */
    public Optional<Split> split() {
        return Optional.ofNullable(split);
    }

    public Optional<Payout> payout() {
        return Optional.ofNullable(payout);
    }

    /** Whether the outcome is decided and nothing is owed to anybody. */
    public boolean isSettled() {
        return settled;
    }

    /** The pledge's state and its money's in one word. */
    public PledgeStatus status(Pledge pledge) {
        return switch (refunds.get(pledge.promise().payment())) {
            case Refund.Due ignored -> PledgeStatus.REFUND_DUE;
            case Refund.Failed ignored -> PledgeStatus.REFUND_FAILED;
            case Refund.Done ignored -> PledgeStatus.REFUNDED;
            case null ->
                switch (pledge) {
                    case Pledge.Held held when held.paymentUnknown() -> PledgeStatus.PAYMENT_UNKNOWN;
                    case Pledge.Held ignored -> PledgeStatus.HELD;
                    case Pledge.Confirmed ignored -> PledgeStatus.CONFIRMED;
                    case Pledge.Declined ignored -> PledgeStatus.DECLINED;
                    case Pledge.Expired ignored -> PledgeStatus.EXPIRED;
                    case Pledge.Cancelled ignored -> PledgeStatus.CANCELLED;
                };
        };
    }

    /** What has to be done at that time; of refunds and holds at most {@code limit} each. */
    public List<Due> due(Instant now, int limit) {
        List<Due> due = new ArrayList<>();
        if (state == CampaignState.LIVE && !now.isBefore(terms.deadline())) {
            due.add(new Due.DeadlineReached());
        }
        if (state == CampaignState.CLOSING && !now.isBefore(closingLimit())) {
            due.add(new Due.VerdictDue());
        }
        holds.values().stream()
                .filter(held -> held.paymentUnknown() || !now.isBefore(held.holdUntil()))
                .limit(limit)
                .map(Escrow::dueOf)
                .forEach(due::add);
        unsettled.values().stream()
                .filter(Refund.Due.class::isInstance)
                .map(Refund.Due.class::cast)
                .limit(limit)
                .map(refund -> new Due.RefundToMake(refund.of(), refund.attempt()))
                .forEach(due::add);
        if (payout instanceof Payout.Due(long amount, int attempt)) {
            due.add(new Due.PayoutToMake(owner, terms.money(amount), attempt));
        }
        return List.copyOf(due);
    }

    /** The earliest time at which {@link #due} may say something; empty when nothing but a command changes that. */
    public Optional<Instant> nextWork() {
        if (payout instanceof Payout.Due || unsettled.values().stream().anyMatch(Refund.Due.class::isInstance)) {
            return Optional.of(Instant.EPOCH);
        }
        Stream<Instant> ends =
                holds.values().stream().map(held -> held.paymentUnknown() ? Instant.EPOCH : held.holdUntil());
        Stream<Instant> stage = switch (state) {
            case LIVE -> Stream.of(terms.deadline());
            case CLOSING -> Stream.of(closingLimit());
            case SUSPENDED, FUNDED, NOT_FUNDED, CANCELLED -> Stream.of();
        };
        return Stream.concat(ends, stage).min(Instant::compareTo);
    }

    /** When the verdict is taken whatever is unknown. */
    Instant closingLimit() {
        Duration limit = terms.closingLimit();
        return closingSince == null ? terms.deadline().plus(limit) : closingSince.plus(limit);
    }

    private static Due dueOf(Pledge.Held held) {
        Promise promise = held.promise();
        return held.paymentUnknown()
                ? new Due.PaymentToLookUp(promise.pledge(), promise.payment())
                : new Due.HoldEnds(promise.pledge(), promise.payment(), held.holdUntil());
    }
}
