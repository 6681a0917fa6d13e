package quartier.pledge.escrow;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
    final PersistentMap<Pledge.Waiting> holds;
    final PersistentMap<Refusal> refusals;
    /** The fingerprint of each change of a pledge that was accepted, by its id. */
    final PersistentMap<String> changes;

    final PersistentMap<Review> reviews;
    /** How many confirmed pledges each backer has. */
    final PersistentMap<Integer> backers;

    /** What each backer lends, held or confirmed. */
    final PersistentMap<Long> lentBy;

    final PersistentMap<Refund> refunds;
    /** The refunds that the provider has to make. */
    final PersistentMap<Refund> refundsDue;
    /** The refunds of cash, which somebody has to make by hand. */
    final PersistentMap<Refund> cashRefunds;

    final PersistentMap<Refund.Failed> failedRefunds;

    final PersistentMap<Dispute> disputes;
    final PersistentMap<Payout> payouts;
    final Matching matching;
    final Loans loans;
    /** What of the owner's net is cash that the operator has to hand over. */
    final long cashDue;

    final @Nullable Split split;
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
        this.changes = draft.changes;
        this.reviews = draft.reviews;
        this.backers = draft.backers;
        this.lentBy = draft.lentBy;
        this.refunds = draft.refunds;
        this.refundsDue = draft.refundsDue;
        this.cashRefunds = draft.cashRefunds;
        this.failedRefunds = draft.failedRefunds;
        this.disputes = draft.disputes;
        this.payouts = draft.payouts;
        this.matching = draft.matching;
        this.loans = draft.loans;
        this.cashDue = draft.cashDue;
        this.split = draft.split;
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

    /** What counts for the goal: backers' pledges and what sponsors added to them. */
    public Money raised() {
        return terms.money(totals.raised());
    }

    public Money held() {
        return terms.money(totals.held());
    }

    /** What can still be pledged below the overfunding cap, in minor units. */
    public long leftBelowCap() {
        return terms.cap() - totals.raised() - totals.held();
    }

    /** {@code raised · 100 / goal}, rounded down. */
    public long percent() {
        return Math.multiplyExact(totals.raised(), 100) / terms.goal();
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

    /** How many pledges were ever placed. */
    public int placed() {
        return pledges.size();
    }

    public Optional<Pledge> pledge(String id) {
        return Optional.ofNullable(pledges.get(id));
    }

    public Stream<Pledge> pledges() {
        return pledges.stream();
    }

    /** @param id {@link Returned#id()} */
    public Optional<Refund> refund(String id) {
        return Optional.ofNullable(refunds.get(id));
    }

    public Stream<Refund> refunds() {
        return refunds.stream();
    }

    /** How many refunds the provider has to make. */
    public int refundsDue() {
        return refundsDue.size();
    }

    /** Refunds of cash, which somebody has to make by hand. */
    public Stream<Refund> cashRefunds() {
        return cashRefunds.stream();
    }

    /** Refunds that the provider refused for good. */
    public Stream<Refund.Failed> failedRefunds() {
        return failedRefunds.stream();
    }

    /** How the money is divided, once funded. */
    public Optional<Split> split() {
        return Optional.ofNullable(split);
    }

    /** The payouts that the verdict made due, by their ids. */
    public Stream<Payout> payouts() {
        return payouts.stream().sorted(Comparator.comparing(Payout::id));
    }

    public Optional<Payout> payout(String id) {
        return Optional.ofNullable(payouts.get(id));
    }

    /** What of the owner's net came as cash and is still to be handed over, in minor units. */
    public long cashDue() {
        return cashDue;
    }

    /** Pledges that somebody has to look at before the verdict. */
    public Stream<Review> reviews() {
        return reviews.stream();
    }

    public Optional<Review> review(String pledge) {
        return Optional.ofNullable(reviews.get(pledge));
    }

    public Stream<Dispute> disputes() {
        return disputes.stream();
    }

    /** In the order in which they match. */
    public List<Allowance> allowances() {
        return matching.all();
    }

    /** What this allowance put beside this pledge, in minor units. */
    public long matched(Allowance allowance, String pledge) {
        return matching.ofPledge(allowance, pledge);
    }

    /** What all sponsors together put beside this pledge, in minor units. */
    public long matched(String pledge) {
        return allowances().stream()
                .mapToLong(allowance -> matched(allowance, pledge))
                .sum();
    }

    public Loans loans() {
        return loans;
    }

    /** Whether the outcome is decided and nothing is owed to anybody. */
    public boolean isSettled() {
        return settled;
    }

    /** The pledge's state and its money's in one word; parts that go back because it was made smaller don't tell. */
    public PledgeStatus status(Pledge pledge) {
        PledgeStatus own = ownStatus(pledge);
        PledgeStatus back = refundStatus(pledge.promise().payment(), null);
        for (Paid paid : pledge.paid()) {
            back = refundStatus(paid.payment(), back);
        }
        return back == null ? own : back;
    }

    private static PledgeStatus ownStatus(Pledge pledge) {
        return switch (pledge) {
            case Pledge.Held held when held.paymentUnknown() -> PledgeStatus.PAYMENT_UNKNOWN;
            case Pledge.Held ignored -> PledgeStatus.HELD;
            case Pledge.Confirmed ignored -> PledgeStatus.CONFIRMED;
            case Pledge.Changing ignored -> PledgeStatus.CHANGING;
            case Pledge.Declined ignored -> PledgeStatus.DECLINED;
            case Pledge.Expired ignored -> PledgeStatus.EXPIRED;
            case Pledge.Cancelled ignored -> PledgeStatus.CANCELLED;
            case Pledge.Disputed ignored -> PledgeStatus.DISPUTED;
        };
    }

    /** Of several payments the one that needs most attention tells. */
    private @Nullable PledgeStatus refundStatus(String payment, @Nullable PledgeStatus other) {
        PledgeStatus status = switch (refunds.get(payment)) {
            case Refund.Due ignored -> PledgeStatus.REFUND_DUE;
            case Refund.Failed ignored -> PledgeStatus.REFUND_FAILED;
            case Refund.Done ignored -> PledgeStatus.REFUNDED;
            case Refund.ChargedBack ignored -> PledgeStatus.DISPUTED;
            case null -> null;
        };
        return status == null
                        || other == PledgeStatus.REFUND_FAILED
                        || (other == PledgeStatus.REFUND_DUE && status != PledgeStatus.REFUND_FAILED)
                ? other
                : status;
    }

    /** What has to be done at that time; of refunds, holds and lenders' parts at most {@code limit} each. */
    public List<Due> due(Instant now, int limit) {
        return Stream.of(stagesDue(now), holdsDue(now).limit(limit), outgoingDue(now, limit))
                .flatMap(due -> due)
                .toList();
    }

    /** What has to be done at that time, each looked for only when it is asked for. */
    public Stream<Due> due(Instant now) {
        return Stream.<Supplier<Stream<Due>>>of(
                        () -> stagesDue(now), () -> holdsDue(now), () -> outgoingDue(now, Long.MAX_VALUE))
                .flatMap(Supplier::get);
    }

    private Stream<Due> stagesDue(Instant now) {
        if (state == CampaignState.LIVE && !now.isBefore(terms.deadline())) {
            return Stream.of(new Due.DeadlineReached());
        }
        if (state == CampaignState.CLOSING && !now.isBefore(closingLimit())) {
            return Stream.of(new Due.VerdictDue());
        }
        return loans.becomeOverdue(now).isEmpty() ? Stream.of() : Stream.of(new Due.ArrearsToMark());
    }

    private Stream<Due> holdsDue(Instant now) {
        return holds.stream()
                .filter(waiting -> waiting.paymentUnknown() || !now.isBefore(waiting.holdUntil()))
                .map(Escrow::dueOf);
    }

    private Stream<Due> outgoingDue(Instant now, long limit) {
        Stream<Due> refund = refundsDue.stream()
                .limit(limit)
                .map(Refund.Due.class::cast)
                .map(due -> new Due.RefundToMake(due.of(), due.attempt()));
        Stream<Due> owner = payouts()
                .filter(Payout.Due.class::isInstance)
                .map(Payout.Due.class::cast)
                .filter(payout -> !now.isBefore(payout.from()))
                .map(payout -> new Due.PayoutToMake(
                        payout.id(), this.owner, terms.money(payout.amountMinorUnits()), payout.attempt()));
        Stream<Due> lenders = loans.pending().stream()
                .filter(RepaymentPart.Due.class::isInstance)
                .map(RepaymentPart.Due.class::cast)
                .limit(limit)
                .map(part -> new Due.LenderToRepay(
                        part.repayment(),
                        part.pledge(),
                        part.payment(),
                        terms.money(part.amountMinorUnits()),
                        part.attempt()));
        return Stream.of(owner, refund, lenders).flatMap(due -> due);
    }

    /** The earliest time at which {@link #due} may say something; empty when nothing but a command changes that. */
    public Optional<Instant> nextWork() {
        boolean atOnce =
                !refundsDue.isEmpty() || loans.pending().stream().anyMatch(RepaymentPart.Due.class::isInstance);
        if (atOnce) {
            return Optional.of(Instant.EPOCH);
        }
        Stream<Instant> ends =
                holds.stream().map(waiting -> waiting.paymentUnknown() ? Instant.EPOCH : waiting.holdUntil());
        Stream<Instant> stage = switch (state) {
            case LIVE -> Stream.of(terms.deadline());
            case CLOSING -> Stream.of(closingLimit());
            case SUSPENDED, FUNDED, NOT_FUNDED, CANCELLED -> Stream.of();
        };
        Stream<Instant> outgoing = payouts.stream()
                .filter(Payout.Due.class::isInstance)
                .map(Payout.Due.class::cast)
                .map(Payout.Due::from);
        Stream<Instant> instalments = loans.instalments().stream()
                .filter(instalment -> !instalment.overdue() && instalment.unpaidMinorUnits() > 0)
                .map(Loans.Instalment::due);
        return Stream.of(ends, stage, outgoing, instalments).flatMap(all -> all).min(Instant::compareTo);
    }

    /** When the verdict is taken whatever is unknown. */
    Instant closingLimit() {
        Duration limit = terms.closingLimit();
        return closingSince == null ? terms.deadline().plus(limit) : closingSince.plus(limit);
    }

    private static Due dueOf(Pledge.Waiting waiting) {
        Promise promise = waiting.promise();
        if (promise.isOffline()) {
            return new Due.ConfirmationMissed(promise.pledge());
        }
        return waiting.paymentUnknown()
                ? new Due.PaymentToLookUp(promise.pledge(), waiting.payment())
                : new Due.HoldEnds(promise.pledge(), waiting.payment(), waiting.holdUntil());
    }
}
