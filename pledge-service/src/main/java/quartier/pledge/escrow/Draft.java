package quartier.pledge.escrow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An escrow being changed by one event; it does not leave {@link Evolution}. */
final class Draft {

    final String campaign;
    final String owner;
    final Terms terms;
    CampaignState state = CampaignState.LIVE;
    /** When the event happened. */
    Instant now = Instant.EPOCH;

    long sequence;
    Totals totals = Totals.NONE;
    PersistentMap<TierCount> tiers = PersistentMap.empty();
    PersistentMap<Pledge> pledges = PersistentMap.empty();
    PersistentMap<Pledge.Waiting> holds = PersistentMap.empty();
    PersistentMap<Refusal> refusals = PersistentMap.empty();
    PersistentMap<String> changes = PersistentMap.empty();
    PersistentMap<Review> reviews = PersistentMap.empty();
    PersistentMap<Integer> backers = PersistentMap.empty();
    PersistentMap<Long> lentBy = PersistentMap.empty();
    PersistentMap<Refund> refunds = PersistentMap.empty();
    PersistentMap<Refund> refundsDue = PersistentMap.empty();
    PersistentMap<Refund> cashRefunds = PersistentMap.empty();
    PersistentMap<Refund.Failed> failedRefunds = PersistentMap.empty();
    PersistentMap<Dispute> disputes = PersistentMap.empty();
    PersistentMap<Payout> payouts = PersistentMap.empty();
    Matching matching = Matching.NONE;
    Loans loans = Loans.NONE;
    long cashDue;

    @Nullable
    Split split;

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
        this.changes = escrow.changes;
        this.reviews = escrow.reviews;
        this.backers = escrow.backers;
        this.lentBy = escrow.lentBy;
        this.refunds = escrow.refunds;
        this.refundsDue = escrow.refundsDue;
        this.cashRefunds = escrow.cashRefunds;
        this.failedRefunds = escrow.failedRefunds;
        this.disputes = escrow.disputes;
        this.payouts = escrow.payouts;
        this.matching = escrow.matching;
        this.loans = escrow.loans;
        this.cashDue = escrow.cashDue;
        this.split = escrow.split;
        this.closingSince = escrow.closingSince;
        this.settled = escrow.settled;
    }

    Draft(EscrowSnapshot snapshot) {
        this.campaign = snapshot.campaign();
        this.owner = snapshot.owner();
        this.terms = snapshot.terms();
        this.state = snapshot.state();
        this.sequence = snapshot.sequence();
        this.totals = snapshot.totals();
        this.tiers = snapshot.tiers();
        this.pledges = snapshot.pledges();
        this.holds = snapshot.holds();
        this.refusals = snapshot.refusals();
        this.changes = snapshot.changes();
        this.reviews = snapshot.reviews();
        this.backers = snapshot.backers();
        this.lentBy = snapshot.lentBy();
        this.refunds = snapshot.refunds();
        this.refundsDue = snapshot.refundsDue();
        this.cashRefunds = snapshot.cashRefunds();
        this.failedRefunds = snapshot.failedRefunds();
        this.disputes = snapshot.disputes();
        this.payouts = snapshot.payouts();
        this.matching = snapshot.matching();
        this.loans = snapshot.loans();
        this.cashDue = snapshot.cashDue();
        this.split = snapshot.split();
        this.closingSince = snapshot.closingSince();
        this.settled = snapshot.settled();
    }

    void place(Promise promise, Instant holdUntil) {
        hold(new Pledge.Held(promise, holdUntil, false));
        totals = totals.hold(promise.amountMinorUnits());
        countTier(promise.takes(), 0, 1);
        countLoan(promise, promise.amountMinorUnits());
    }

    void hold(Pledge.Waiting waiting) {
        String id = waiting.promise().pledge();
        pledges = pledges.plus(id, waiting);
        holds = holds.plus(id, waiting);
    }

    void confirm(Pledge.Held held, Instant at, Paid paid) {
        Promise promise = held.promise();
        holds = holds.minus(promise.pledge());
        totals = totals.confirm(promise.amountMinorUnits(), paid.feeMinorUnits(), promise.isOffline());
        countTier(promise.takes(), 1, -1);
        count(new Pledge.Confirmed(promise, at, List.of(paid)));
    }

    /** Ends a hold without money: what it held is free again. */
    void release(Pledge ended) {
        Promise promise = ended.promise();
        pledges = pledges.plus(promise.pledge(), ended);
        holds = holds.minus(promise.pledge());
        reviews = reviews.minus(promise.pledge());
        totals = totals.hold(-promise.amountMinorUnits());
        countTier(promise.takes(), 0, -1);
        countLoan(promise, -promise.amountMinorUnits());
    }

    void holdIncrease(Pledge.Confirmed before, Promise wanted, String payment, Instant holdUntil) {
        Pledge.Changing changing = new Pledge.Changing(before, wanted, payment, holdUntil, false);
        hold(changing);
        totals = totals.hold(changing.waitsForMinorUnits());
        if (changesTier(before.promise(), wanted)) {
            countTier(wanted.takes(), 0, 1);
        }
        countLoan(wanted, changing.waitsForMinorUnits());
    }

    void increase(Pledge.Changing changing, Paid paid) {
        Promise wanted = changing.wanted();
        List<Paid> all = new ArrayList<>(changing.paid());
        all.add(paid);
        pledges = pledges.plus(
                wanted.pledge(), new Pledge.Confirmed(wanted, changing.before().confirmedAt(), all));
        holds = holds.minus(wanted.pledge());
        totals = totals.confirm(paid.amountMinorUnits(), paid.feeMinorUnits(), false);
        if (changesTier(changing.promise(), wanted)) {
            countTier(changing.promise().takes(), -1, 0);
            countTier(wanted.takes(), 1, -1);
        }
    }

    void endIncrease(Pledge.Changing changing) {
        Promise wanted = changing.wanted();
        pledges = pledges.plus(wanted.pledge(), changing.before());
        holds = holds.minus(wanted.pledge());
        totals = totals.hold(-changing.waitsForMinorUnits());
        if (changesTier(changing.promise(), wanted)) {
            countTier(wanted.takes(), 0, -1);
        }
        countLoan(wanted, -changing.waitsForMinorUnits());
    }

    /** The same amount or less. */
    void change(Pledge.Confirmed before, Promise after, List<Returned> returned) {
        List<Paid> paid = new ArrayList<>();
        for (Paid one : before.paid()) {
            Paid rest = one;
            for (Returned part : returned) {
                rest = part.payment().equals(one.payment()) ? rest.without(part.amountMinorUnits()) : rest;
            }
            paid.add(rest);
        }
        long less = before.promise().amountMinorUnits() - after.amountMinorUnits();
        pledges = pledges.plus(after.pledge(), new Pledge.Confirmed(after, before.confirmedAt(), paid));
        totals = totals.withdraw(less, 0, false);
        if (changesTier(before.promise(), after)) {
            countTier(before.promise().takes(), -1, 0);
            countTier(after.takes(), 1, 0);
        }
        countLoan(after, -less);
        returned.forEach(this::owe);
    }

    /** Takes a confirmed pledge out of the campaign; its money is owed back. */
    void withdraw(Pledge.Confirmed confirmed, Instant at, RefundReason reason) {
        Promise promise = confirmed.promise();
        leave(confirmed, new Pledge.Cancelled(promise, at, confirmed.paid()));
        confirmed.paid().forEach(paid -> owe(promise, paid, reason));
    }

    /** Its payer's bank took one payment; what came by others is owed back. */
    void dispute(Pledge.Confirmed confirmed, Dispute dispute) {
        Promise promise = confirmed.promise();
        leave(confirmed, new Pledge.Disputed(promise, dispute.id(), confirmed.confirmedAt(), confirmed.paid()));
        totals = totals.chargeBack(dispute.amountMinorUnits());
        confirmed.paid().stream()
                .filter(paid -> !paid.payment().equals(dispute.payment()))
                .forEach(paid -> owe(promise, paid, RefundReason.DISPUTED));
    }

    /** Its money is back, and it counts again. */
    void restore(Pledge.Disputed disputed) {
        Pledge.Confirmed confirmed = new Pledge.Confirmed(disputed.promise(), disputed.confirmedAt(), disputed.paid());
        totals = totals.restore(confirmed.promise().amountMinorUnits(), confirmed.feeMinorUnits());
        countTier(confirmed.promise().takes(), 1, 0);
        countLoan(confirmed.promise(), confirmed.promise().amountMinorUnits());
        count(confirmed);
    }

    private void leave(Pledge.Confirmed confirmed, Pledge as) {
        Promise promise = confirmed.promise();
        pledges = pledges.plus(promise.pledge(), as);
        reviews = reviews.minus(promise.pledge());
        totals = totals.withdraw(promise.amountMinorUnits(), confirmed.feeMinorUnits(), promise.isOffline());
        countTier(promise.takes(), -1, 0);
        countLoan(promise, -promise.amountMinorUnits());
        Integer before = backers.get(promise.backer());
        backers = before == null || before == 1
                ? backers.minus(promise.backer())
                : backers.plus(promise.backer(), before - 1);
    }

    private void count(Pledge.Confirmed confirmed) {
        Promise promise = confirmed.promise();
        pledges = pledges.plus(promise.pledge(), confirmed);
        Integer before = backers.get(promise.backer());
        backers = backers.plus(promise.backer(), before == null ? 1 : before + 1);
    }

    void owe(Returned money) {
        refund(new Refund.Due(money, now, 1));
        totals = totals.owe(money.amountMinorUnits());
        settled = false;
    }

    private void owe(Promise promise, Paid paid, RefundReason reason) {
        if (paid.amountMinorUnits() > 0) {
            owe(new Returned(paid.payment(), promise.pledge(), paid.amountMinorUnits(), reason, 0));
        }
    }

    void refund(Refund refund) {
        String id = refund.of().id();
        refunds = refunds.plus(id, refund);
        refundsDue = refundsDue.minus(id);
        cashRefunds = cashRefunds.minus(id);
        failedRefunds = failedRefunds.minus(id);
        switch (refund) {
            case Refund.Due due when isCash(due.of()) -> cashRefunds = cashRefunds.plus(id, due);
            case Refund.Due due -> refundsDue = refundsDue.plus(id, due);
            case Refund.Failed failed -> failedRefunds = failedRefunds.plus(id, failed);
            case Refund.Done ignored -> {}
            case Refund.ChargedBack ignored -> {}
        }
    }

    private boolean isCash(Returned money) {
        Pledge pledge = pledges.get(money.pledge());
        return pledge != null && pledge.promise().isOffline();
    }

    void giveBack(Returned money, @Nullable String reference) {
        refund(new Refund.Done(money, owedSince(money), now, reference));
        totals = totals.giveBack(money.amountMinorUnits());
    }

    Instant owedSince(Returned money) {
        Refund before = refunds.get(money.id());
        return before == null ? now : before.owedSince();
    }

    /** The payer's bank was faster than the refund. */
    void chargeBack(Refund.ChargedBack refund) {
        refund(refund);
        long amount = refund.of().amountMinorUnits();
        totals = totals.owe(-amount).chargeBack(amount);
    }

    /** A part of its own of money that is owed back. */
    Returned piece(Returned money, long amount) {
        int part = -1;
        while (refunds.contains(Returned.idOf(money.payment(), part))) {
            part--;
        }
        return new Returned(money.payment(), money.pledge(), amount, money.reason(), part);
    }

    /** What a lost dispute took is receivable no more. */
    void setOff(String dispute, long amount) {
        Dispute lost = disputes.get(dispute);
        if (lost == null) {
            throw new IllegalStateException("no dispute " + dispute + " of " + campaign);
        }
        disputes = disputes.plus(dispute, lost.settingOff(amount));
    }

    /** Every confirmed pledge's money is owed back; the pledges stay, because they counted. */
    void oweAll(RefundReason reason) {
        pledges.forEach(pledge -> {
            if (pledge instanceof Pledge.Confirmed confirmed) {
                confirmed.paid().forEach(paid -> owe(confirmed.promise(), paid, reason));
            }
        });
    }

    void payOut(Payout payout) {
        payouts = payouts.plus(payout.id(), payout);
    }

    void match(String allowance, @Nullable String pledge, long change) {
        Pledge matched = pledge == null ? null : pledges.get(pledge);
        matching = matching.matched(allowance, change, matched == null ? null : matched.promise());
        totals = totals.match(change);
    }

    private static boolean changesTier(Promise before, Promise after) {
        return !Objects.equals(before.takes(), after.takes());
    }

    void closeTier(String tier) {
        tiers = tiers.plus(tier, tier(tier).shut());
    }

    private TierCount tier(String id) {
        TierCount count = tiers.get(id);
        return count == null ? TierCount.NONE : count;
    }

    private void countTier(@Nullable String tier, int sold, int held) {
        if (tier != null) {
            tiers = tiers.plus(tier, tier(tier).plus(sold, held));
        }
    }

    private void countLoan(Promise promise, long change) {
        if (promise.isLoan()) {
            Long before = lentBy.get(promise.backer());
            lentBy = lentBy.plus(promise.backer(), Math.addExact(before == null ? 0 : before, change));
        }
    }
}
