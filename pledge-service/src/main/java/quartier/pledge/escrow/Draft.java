package quartier.pledge.escrow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An escrow being changed by one event; it does not leave {@link Evolution}. */
final class Draft {

    final String campaign;
    final String owner;
    final Terms terms;
    CampaignState state = CampaignState.LIVE;
    long sequence;
    Totals totals = Totals.NONE;
    PersistentMap<TierCount> tiers = PersistentMap.empty();
    PersistentMap<Pledge> pledges = PersistentMap.empty();
    PersistentMap<Pledge.Held> holds = PersistentMap.empty();
    PersistentMap<Refusal> refusals = PersistentMap.empty();
    PersistentMap<Integer> backers = PersistentMap.empty();
    PersistentMap<Refund> refunds = PersistentMap.empty();
    PersistentMap<Refund> unsettled = PersistentMap.empty();

    @Nullable
    Split split;

    @Nullable
    Payout payout;

    @Nullable
    Instant closingSince;

    boolean settled;

    Draft(Event.CampaignOpened opened) {
        this.campaign = opened.campaign();
        this.owner = opened.owner();
        this.terms = opened.terms();
    }

    Draft(Escrow escrow) {
        this.campaign = escrow.campaign;
        this.owner = escrow.owner;
        this.terms = escrow.terms;
        this.state = escrow.state;
        this.sequence = escrow.sequence;
        this.totals = escrow.totals;
        this.tiers = escrow.tiers;
        this.pledges = escrow.pledges;
        this.holds = escrow.holds;
        this.refusals = escrow.refusals;
        this.backers = escrow.backers;
        this.refunds = escrow.refunds;
        this.unsettled = escrow.unsettled;
        this.split = escrow.split;
        this.payout = escrow.payout;
        this.closingSince = escrow.closingSince;
        this.settled = escrow.settled;
    }

    void place(Promise promise, Instant holdUntil) {
        hold(new Pledge.Held(promise, holdUntil, false));
        totals = totals.hold(promise.amountMinorUnits());
        countTier(promise, 0, 1);
    }

    void hold(Pledge.Held held) {
        String id = held.promise().pledge();
        pledges = pledges.plus(id, held);
        holds = holds.plus(id, held);
    }

    void confirm(Pledge.Held held, Instant at, long fee) {
        Promise promise = held.promise();
        pledges = pledges.plus(promise.pledge(), new Pledge.Confirmed(promise, at, fee));
        holds = holds.minus(promise.pledge());
        totals = totals.confirm(promise.amountMinorUnits(), fee);
        countTier(promise, 1, -1);
        Integer before = backers.get(promise.backer());
        backers = backers.plus(promise.backer(), before == null ? 1 : before + 1);
    }

    /** Ends a hold without money: what it held is free again. */
    void release(Pledge ended) {
        Promise promise = ended.promise();
        pledges = pledges.plus(promise.pledge(), ended);
        holds = holds.minus(promise.pledge());
        totals = totals.hold(-promise.amountMinorUnits());
        countTier(promise, 0, -1);
    }

    /** Takes a confirmed pledge out of the campaign; its money is owed back. */
    void withdraw(Pledge.Confirmed confirmed, Instant at) {
        Promise promise = confirmed.promise();
        pledges = pledges.plus(promise.pledge(), new Pledge.Cancelled(promise, at));
        totals = totals.withdraw(promise.amountMinorUnits(), confirmed.feeMinorUnits());
        countTier(promise, -1, 0);
        Integer before = backers.get(promise.backer());
        backers = before == null || before == 1
                ? backers.minus(promise.backer())
                : backers.plus(promise.backer(), before - 1);
        owe(returned(promise, RefundReason.CANCELLED));
    }

    void owe(Returned money) {
        Refund due = new Refund.Due(money, 1);
        refunds = refunds.plus(money.payment(), due);
        unsettled = unsettled.plus(money.payment(), due);
        totals = totals.owe(money.amountMinorUnits());
    }

    void refund(Refund refund) {
        refunds = refunds.plus(refund.of().payment(), refund);
        unsettled = unsettled.plus(refund.of().payment(), refund);
    }

    void giveBack(Returned money, Instant at) {
        refunds = refunds.plus(money.payment(), new Refund.Done(money, at));
        unsettled = unsettled.minus(money.payment());
        totals = totals.giveBack(money.amountMinorUnits());
    }

    /** Every confirmed pledge's money is owed back; the pledges stay, because they counted. */
    void oweAll(RefundReason reason) {
        pledges.forEach(pledge -> {
            if (pledge instanceof Pledge.Confirmed confirmed) {
                owe(returned(confirmed.promise(), reason));
            }
        });
    }

    private static Returned returned(Promise promise, RefundReason reason) {
        return new Returned(promise.payment(), promise.pledge(), promise.amountMinorUnits(), reason);
    }

    private void countTier(Promise promise, int sold, int held) {
        String tier = promise.tier();
        if (tier != null) {
            TierCount before = tiers.get(tier);
            TierCount count = before == null ? TierCount.NONE : before;
            tiers = tiers.plus(tier, new TierCount(count.sold() + sold, count.held() + held));
        }
    }
}
