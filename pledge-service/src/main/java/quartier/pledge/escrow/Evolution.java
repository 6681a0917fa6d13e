package quartier.pledge.escrow;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What events do to an escrow: a fold without judgement, because an event has happened. */
public final class Evolution {

    private Evolution() {}

    public static @Nullable Escrow evolve(@Nullable Escrow escrow, List<Event> events) {
        Escrow after = escrow;
        for (Event event : events) {
            after = evolve(after, event);
        }
        return after;
    }

    /** @throws IllegalStateException when the event can't have happened to this escrow: the journal is damaged */
    public static Escrow evolve(@Nullable Escrow escrow, Event event) {
        Draft draft = escrow == null ? new Draft(opening(event)) : new Draft(escrow);
        draft.sequence++;
        draft.now = event.at();
        switch (event) {
            case Event.CampaignOpened ignored when escrow == null -> {}
            case Event.CampaignOpened ignored -> throw new IllegalStateException("opened twice: " + draft.campaign);
            case Event.PledgePlaced e -> draft.place(e.promise(), e.holdUntil());
            case Event.PledgeRefused e ->
                draft.refusals = draft.refusals.plus(e.pledge(), new Refusal(e.fingerprint(), e.reason()));
            case Event.PaymentAwaited e -> draft.hold(waiting(draft, e.pledge()).unknown());
            case Event.PledgeConfirmed e -> confirm(draft, e.pledge(), e.at(), e.feeMinorUnits(), e.reversibleUntil());
            case Event.OfflineConfirmed e -> confirm(draft, e.pledge(), e.at(), 0, null);
            case Event.PledgeDeclined e ->
                draft.release(new Pledge.Declined(held(draft, e.pledge()).promise(), e.reason()));
            case Event.HoldExpired e ->
                draft.release(new Pledge.Expired(held(draft, e.pledge()).promise()));
            case Event.PledgeCancelled e -> end(draft, e.pledge(), e.at(), RefundReason.CANCELLED);
            case Event.PledgeTurnedAway e -> end(draft, e.pledge(), e.at(), RefundReason.REFUSED_IN_REVIEW);
            case Event.IncreaseHeld e -> {
                draft.changes = draft.changes.plus(e.change(), e.fingerprint());
                draft.holdIncrease(confirmed(draft, e.wanted().pledge()), e.wanted(), e.payment(), e.holdUntil());
            }
            case Event.PledgeIncreased e ->
                draft.increase(
                        changing(draft, e.pledge()),
                        new Paid(e.payment(), e.amountMinorUnits(), e.feeMinorUnits(), 0, e.reversibleUntil()));
            case Event.IncreaseEnded e -> draft.endIncrease(changing(draft, e.pledge()));
            case Event.PledgeChanged e -> {
                draft.changes = draft.changes.plus(e.change(), e.fingerprint());
                draft.change(confirmed(draft, e.promise().pledge()), e.promise(), e.returned());
            }
            case Event.PledgeFlagged e ->
                draft.reviews = draft.reviews.plus(e.pledge(), new Review(e.pledge(), e.reasons(), e.at()));
            case Event.PledgeCleared e -> draft.reviews = draft.reviews.minus(e.pledge());
            case Event.StrayMoneyReceived e -> {
                draft.totals = draft.totals.stray(e.money().amountMinorUnits());
                draft.owe(e.money());
            }
            case Event.CampaignSuspended ignored -> draft.state = CampaignState.SUSPENDED;
            case Event.CampaignResumed ignored -> draft.state = CampaignState.LIVE;
            case Event.TierClosed e -> draft.closeTier(e.tier());
            case Event.CampaignClosing e -> {
                draft.state = CampaignState.CLOSING;
                draft.closingSince = e.at();
            }
            case Event.CampaignFunded e -> funded(draft, e);
            case Event.CampaignNotFunded ignored -> {
                draft.state = CampaignState.NOT_FUNDED;
                draft.oweAll(RefundReason.NOT_FUNDED);
            }
            case Event.CampaignCancelled e -> cancelled(draft, e);
            case Event.Refunded e -> draft.giveBack(e.money(), null);
            case Event.RefundedByHand e -> draft.giveBack(e.money(), e.reference());
            case Event.RefundRefused e ->
                draft.refund(
                        new Refund.Failed(e.money(), draft.owedSince(e.money()), e.attempt(), e.failure(), e.at()));
            case Event.RefundRetried e ->
                draft.refund(new Refund.Due(e.money(), draft.owedSince(e.money()), e.attempt()));
            case Event.RefundSetOff e -> setOff(draft, e);
            case Event.PaidOut e ->
                draft.payOut(new Payout.Done(e.payout(), e.amountMinorUnits(), e.attempt(), e.reference(), e.at()));
            case Event.PayoutRefused e ->
                draft.payOut(new Payout.Failed(
                        e.payout(), payout(draft, e.payout()).amountMinorUnits(), e.attempt(), e.failure()));
            case Event.PayoutRetried e ->
                draft.payOut(
                        new Payout.Due(e.payout(), payout(draft, e.payout()).amountMinorUnits(), e.attempt(), e.at()));
            case Event.PayoutCameBack e -> {
                draft.payOut(new Payout.CameBack(e.payout(), e.amountMinorUnits(), e.attempt(), e.failure()));
                draft.settled = false;
            }
            case Event.CashHandedOver e -> draft.cashDue -= e.amountMinorUnits();
            case Event.MoneyDisputed e -> disputed(draft, e.dispute());
            case Event.DisputeResolved e -> resolved(draft, e);
            case Event.AllowanceGranted e -> granted(draft, e);
            case Event.AllowanceClosed e ->
                draft.matching =
                        draft.matching.with(draft.matching.get(e.allowance()).closed());
            case Event.AllowanceReleased e ->
                draft.matching =
                        draft.matching.with(draft.matching.get(e.allowance()).released(e.amountMinorUnits()));
            case Event.Matched e -> draft.match(e.allowance(), e.pledge(), e.amountMinorUnits());
            case Event.MatchReturned e -> draft.match(e.allowance(), e.pledge(), -e.amountMinorUnits());
            case Event.LoansGranted e -> draft.loans = draft.loans.granted(e.instalments(), e.loans());
            case Event.InstalmentOverdue e -> draft.loans = draft.loans.overdue(e.n());
            case Event.RepaymentReceived e ->
                draft.loans = draft.loans.repaid(e.repayment(), e.amountMinorUnits(), e.shares());
            case Event.LenderRepaid e -> draft.loans = draft.loans.with(e.part());
            case Event.LenderRepaymentRefused e -> draft.loans = draft.loans.with(e.part());
            case Event.LenderRepaymentRetried e -> draft.loans = draft.loans.with(e.part());
            case Event.LenderRepaymentSetOff e -> {
                draft.loans = draft.loans.chargedBack(e.part(), e.dispute(), e.amountMinorUnits());
                draft.setOff(e.dispute(), e.amountMinorUnits());
            }
            case Event.CampaignSettled ignored -> draft.settled = true;
        }
        return new Escrow(draft);
    }

    private static void confirm(Draft draft, String pledge, Instant at, long fee, @Nullable Instant reversibleUntil) {
        Pledge.Held held = held(draft, pledge);
        Promise promise = held.promise();
        draft.confirm(held, at, new Paid(promise.payment(), promise.amountMinorUnits(), fee, 0, reversibleUntil));
    }

    private static void end(Draft draft, String pledge, Instant at, RefundReason reason) {
        switch (draft.pledges.get(pledge)) {
            case Pledge.Held held -> draft.release(new Pledge.Cancelled(held.promise(), at, List.of()));
            case Pledge.Confirmed confirmed -> draft.withdraw(confirmed, at, reason);
            case Pledge.Changing changing -> {
                draft.endIncrease(changing);
                draft.withdraw(changing.before(), at, reason);
            }
            case Pledge.Declined ignored -> throw notIn(draft, pledge);
            case Pledge.Expired ignored -> throw notIn(draft, pledge);
            case Pledge.Cancelled ignored -> throw notIn(draft, pledge);
            case Pledge.Disputed ignored -> throw notIn(draft, pledge);
            case null -> throw notIn(draft, pledge);
        }
    }

    private static void funded(Draft draft, Event.CampaignFunded event) {
        Split split = event.split();
        draft.state = CampaignState.FUNDED;
        draft.split = split;
        draft.cashDue = event.cash();
        long main = split.net() - event.reserve() - event.cash();
        if (main > 0) {
            draft.payOut(new Payout.Due(Payout.MAIN, main, 1, event.at()));
        }
        if (event.reserve() > 0) {
            Instant from = Objects.requireNonNullElse(event.reserveUntil(), event.at());
            draft.payOut(new Payout.Due(Payout.RESERVE, event.reserve(), 1, from));
        }
    }

    private static void cancelled(Draft draft, Event.CampaignCancelled event) {
        draft.state = CampaignState.CANCELLED;
        for (Pledge.Waiting waiting : draft.holds.values()) {
            switch (waiting) {
                case Pledge.Held held -> draft.release(new Pledge.Cancelled(held.promise(), event.at(), List.of()));
                case Pledge.Changing changing -> draft.endIncrease(changing);
            }
        }
        draft.reviews = PersistentMap.empty();
        draft.oweAll(RefundReason.CAMPAIGN_CANCELLED);
    }

    private static void disputed(Draft draft, Dispute dispute) {
        draft.disputes = draft.disputes.plus(dispute.id(), dispute);
        if (!dispute.fromEscrow()) {
            return;
        }
        switch (draft.refunds.get(dispute.payment())) {
            case Refund.Due due ->
                draft.chargeBack(new Refund.ChargedBack(due.of(), due.owedSince(), dispute.id(), due.attempt()));
            case Refund.Failed failed ->
                draft.chargeBack(
                        new Refund.ChargedBack(failed.of(), failed.owedSince(), dispute.id(), failed.attempt()));
            case Refund.Done ignored -> throw notIn(draft, dispute.pledge());
            case Refund.ChargedBack ignored -> throw notIn(draft, dispute.pledge());
            case null -> {
                if (draft.pledges.get(dispute.pledge()) instanceof Pledge.Changing changing) {
                    draft.endIncrease(changing);
                }
                draft.dispute(confirmed(draft, dispute.pledge()), dispute);
            }
        }
    }

    private static void resolved(Draft draft, Event.DisputeResolved event) {
        Dispute dispute = event.dispute();
        draft.disputes = draft.disputes.plus(dispute.id(), dispute);
        if (!dispute.fromEscrow() || dispute.state() != Dispute.State.WON) {
            return;
        }
        draft.totals = draft.totals.chargeBack(-dispute.amountMinorUnits());
        if (event.counts() && draft.pledges.get(dispute.pledge()) instanceof Pledge.Disputed pledge) {
            draft.restore(pledge);
        } else if (draft.refunds.get(dispute.payment()) instanceof Refund.ChargedBack refund) {
            draft.refund(new Refund.Due(refund.of(), draft.now, refund.attempt() + 1));
            draft.totals = draft.totals.owe(dispute.amountMinorUnits());
            draft.settled = false;
        } else {
            draft.owe(new Returned(
                    dispute.payment(), dispute.pledge(), dispute.amountMinorUnits(), RefundReason.DISPUTE_WON, 0));
        }
    }

    private static void setOff(Draft draft, Event.RefundSetOff event) {
        Returned money = event.money();
        if (!(draft.refunds.get(money.id()) instanceof Refund.Failed failed)) {
            throw new IllegalStateException("not failed: refund " + money.id() + " of " + draft.campaign);
        }
        long rest = money.amountMinorUnits() - event.amountMinorUnits();
        Returned taken = rest == 0 ? money : draft.piece(money, event.amountMinorUnits());
        draft.chargeBack(new Refund.ChargedBack(taken, failed.owedSince(), event.dispute(), failed.attempt()));
        draft.setOff(event.dispute(), event.amountMinorUnits());
        if (rest > 0) {
            Returned left = new Returned(money.payment(), money.pledge(), rest, money.reason(), money.part());
            draft.refund(new Refund.Due(left, failed.owedSince(), failed.attempt() + 1));
        }
    }

    private static void granted(Draft draft, Event.AllowanceGranted event) {
        Allowance before = draft.matching.allowances().get(event.allowance());
        Allowance allowance =
                before == null ? new Allowance(event.allowance(), event.fund(), event.rule(), 0, 0, 0, true) : before;
        draft.matching = draft.matching.with(allowance.granted(event.added()));
    }

    private static Event.CampaignOpened opening(Event event) {
        if (event instanceof Event.CampaignOpened opened) {
            return opened;
        }
        throw new IllegalStateException("a campaign's first event opens it, this is " + event);
    }

    private static Pledge.Waiting waiting(Draft draft, String pledge) {
        if (draft.pledges.get(pledge) instanceof Pledge.Waiting waiting) {
            return waiting;
        }
        throw notIn(draft, pledge);
    }

    private static Pledge.Held held(Draft draft, String pledge) {
        if (draft.pledges.get(pledge) instanceof Pledge.Held held) {
            return held;
        }
        throw notIn(draft, pledge);
    }

    private static Pledge.Changing changing(Draft draft, String pledge) {
        if (draft.pledges.get(pledge) instanceof Pledge.Changing changing) {
            return changing;
        }
        throw notIn(draft, pledge);
    }

    private static Pledge.Confirmed confirmed(Draft draft, String pledge) {
        if (draft.pledges.get(pledge) instanceof Pledge.Confirmed confirmed) {
            return confirmed;
        }
        throw notIn(draft, pledge);
    }

    private static Payout payout(Draft draft, String id) {
        Payout payout = draft.payouts.get(id);
        if (payout == null) {
            throw new IllegalStateException("no payout " + id + " of " + draft.campaign);
        }
        return payout;
    }

    private static IllegalStateException notIn(Draft draft, String pledge) {
        return new IllegalStateException("not in a state for this event: pledge " + pledge + " of " + draft.campaign);
    }
}
