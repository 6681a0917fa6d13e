package quartier.pledge.escrow;

import java.util.List;
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
        switch (event) {
            case Event.CampaignOpened ignored when escrow == null -> {}
            case Event.CampaignOpened ignored -> throw new IllegalStateException("opened twice: " + draft.campaign);
            case Event.PledgePlaced e -> draft.place(e.promise(), e.holdUntil());
            case Event.PledgeRefused e ->
                draft.refusals = draft.refusals.plus(e.pledge(), new Refusal(e.fingerprint(), e.reason()));
            case Event.PaymentAwaited e -> {
                Pledge.Held held = held(draft, e.pledge());
                draft.hold(new Pledge.Held(held.promise(), held.holdUntil(), true));
            }
            case Event.PledgeConfirmed e -> draft.confirm(held(draft, e.pledge()), e.at(), e.feeMinorUnits());
            case Event.PledgeDeclined e ->
                draft.release(new Pledge.Declined(held(draft, e.pledge()).promise(), e.reason()));
            case Event.HoldExpired e ->
                draft.release(new Pledge.Expired(held(draft, e.pledge()).promise()));
            case Event.PledgeCancelled e -> cancel(draft, e);
            case Event.StrayMoneyReceived e -> {
                draft.totals = draft.totals.stray(e.money().amountMinorUnits());
                draft.owe(e.money());
            }
            case Event.CampaignSuspended ignored -> draft.state = CampaignState.SUSPENDED;
            case Event.CampaignResumed ignored -> draft.state = CampaignState.LIVE;
            case Event.CampaignClosing e -> {
                draft.state = CampaignState.CLOSING;
                draft.closingSince = e.at();
            }
            case Event.CampaignFunded e -> {
                draft.state = CampaignState.FUNDED;
                draft.split = e.split();
                draft.payout = e.split().net() > 0 ? new Payout.Due(e.split().net(), 1) : null;
            }
            case Event.CampaignNotFunded ignored -> {
                draft.state = CampaignState.NOT_FUNDED;
                draft.oweAll(RefundReason.NOT_FUNDED);
            }
            case Event.CampaignCancelled e -> {
                draft.state = CampaignState.CANCELLED;
                for (Pledge.Held held : draft.holds.values()) {
                    draft.release(new Pledge.Cancelled(held.promise(), e.at()));
                }
                draft.oweAll(RefundReason.CAMPAIGN_CANCELLED);
            }
            case Event.Refunded e -> draft.giveBack(e.money(), e.at());
            case Event.RefundRefused e -> draft.refund(new Refund.Failed(e.money(), e.attempt(), e.failure()));
            case Event.RefundRetried e -> draft.refund(new Refund.Due(e.money(), e.attempt()));
            case Event.PaidOut e -> draft.payout = new Payout.Done(e.amountMinorUnits(), e.reference(), e.at());
            case Event.PayoutRefused e -> draft.payout = new Payout.Failed(amount(draft), e.attempt(), e.failure());
            case Event.PayoutRetried e -> draft.payout = new Payout.Due(amount(draft), e.attempt());
            case Event.CampaignSettled ignored -> draft.settled = true;
        }
        return new Escrow(draft);
    }

    private static Event.CampaignOpened opening(Event event) {
        if (event instanceof Event.CampaignOpened opened) {
            return opened;
        }
        throw new IllegalStateException("a campaign's first event opens it, this is " + event);
    }

    private static Pledge.Held held(Draft draft, String pledge) {
        if (draft.pledges.get(pledge) instanceof Pledge.Held held) {
            return held;
        }
        throw new IllegalStateException("not held: pledge " + pledge + " of " + draft.campaign);
    }

    private static void cancel(Draft draft, Event.PledgeCancelled event) {
        switch (draft.pledges.get(event.pledge())) {
            case Pledge.Held held -> draft.release(new Pledge.Cancelled(held.promise(), event.at()));
            case Pledge.Confirmed confirmed -> draft.withdraw(confirmed, event.at());
            case Pledge.Declined ignored -> throw notCancellable(event);
            case Pledge.Expired ignored -> throw notCancellable(event);
            case Pledge.Cancelled ignored -> throw notCancellable(event);
            case null -> throw notCancellable(event);
        }
    }

    private static IllegalStateException notCancellable(Event.PledgeCancelled event) {
        return new IllegalStateException("neither held nor confirmed: pledge " + event.pledge());
    }

    private static long amount(Draft draft) {
        if (draft.payout == null) {
            throw new IllegalStateException("no payout: " + draft.campaign);
        }
        return draft.payout.amountMinorUnits();
    }
}
