package quartier.pledge.audit;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Dispute;
import quartier.pledge.escrow.Event;
import quartier.pledge.escrow.Promise;
import quartier.pledge.escrow.Returned;
import quartier.pledge.escrow.Split;
import quartier.pledge.escrow.Terms;
import quartier.pledge.escrow.Tier;

/**
 * A campaign's money as the auditor keeps it, from the events alone and in the simplest way, so that a mistake in the
 * escrow's own fold does not hide itself. Checks what can be judged event by event.
 */
final class CampaignBook {

    private final String campaign;
    private final AuditReport report;
    private final Map<String, Promise> held = new HashMap<>();
    private final Map<String, Promise> confirmed = new HashMap<>();
    /** Confirmed pledges whose increase is held, with what they are to become. */
    private final Map<String, Event.IncreaseHeld> changing = new HashMap<>();
    /** Pledges whose payers' banks took the money before the verdict. */
    private final Map<String, Promise> disputed = new HashMap<>();

    private final Set<String> placed = new HashSet<>();
    private final Set<String> reviews = new HashSet<>();
    /** What came in by each payment. */
    private final Map<String, Long> received = new HashMap<>();

    private final Map<String, Set<String>> paymentsOf = new HashMap<>();
    private final Set<String> refunds = new HashSet<>();
    private final Map<String, Long> refunded = new HashMap<>();
    private final Map<String, Long> reduced = new HashMap<>();
    private final Map<String, Long> chargedBack = new HashMap<>();
    private final Set<String> kept = new HashSet<>();
    private final Map<String, Integer> taken = new HashMap<>();
    private final MatchBook matches;
    private @Nullable Terms terms;
    private long heldSum;
    private long confirmedSum;
    private long receivedSum;
    private long refundedSum;
    private long chargedBackSum;
    private long distributed;
    private long distributedMatch;
    private long paidOut;
    private int verdicts;
    private boolean closing;
    private boolean cancelled;
    private @Nullable Split split;

    CampaignBook(String campaign, AuditReport report) {
        this.campaign = campaign;
        this.report = report;
        this.matches = new MatchBook(campaign, report);
    }

    long heldSum() {
        return heldSum;
    }

    long confirmedSum() {
        return confirmedSum;
    }

    /** What has to stand on the account {@code escrow}. */
    long escrow() {
        return receivedSum + matches.sum() - refundedSum - chargedBackSum - distributed;
    }

    /** The same, payment by payment. */
    long escrowByPayment() {
        long sum = matches.sum() - distributedMatch;
        for (Map.Entry<String, Long> payment : received.entrySet()) {
            String id = payment.getKey();
            long mine = kept.contains(id) ? reduced.getOrDefault(id, 0L) : payment.getValue();
            sum += mine - refunded.getOrDefault(id, 0L) - (kept.contains(id) ? 0 : chargedBack.getOrDefault(id, 0L));
        }
        return sum;
    }

    void apply(Event event) {
        switch (event) {
            case Event.CampaignOpened e -> terms = e.terms();
            case Event.PledgePlaced e -> place(e.promise());
            case Event.PledgeConfirmed e -> confirm(e.pledge(), e.amountMinorUnits(), e.feeMinorUnits());
            case Event.OfflineConfirmed e -> confirmOffline(e);
            case Event.PledgeDeclined e -> endHold(e.pledge());
            case Event.HoldExpired e -> endHold(e.pledge());
            case Event.PledgeCancelled e -> leave(e.pledge());
            case Event.PledgeTurnedAway e -> {
                require(reviews.contains(e.pledge()), Check.HOLDS, "refused without a review: " + e.pledge());
                leave(e.pledge());
            }
            case Event.PledgeFlagged e -> reviews.add(e.pledge());
            case Event.PledgeCleared e -> reviews.remove(e.pledge());
            case Event.IncreaseHeld e -> holdIncrease(e);
            case Event.PledgeIncreased e -> increase(e);
            case Event.IncreaseEnded e -> endIncrease(e.pledge());
            case Event.PledgeChanged e -> change(e);
            case Event.StrayMoneyReceived e ->
                receive(e.money().payment(), e.money().amountMinorUnits(), e.feeMinorUnits());
            case Event.CampaignClosing e -> {
                closing = true;
                require(!e.at().isBefore(terms().deadline()), Check.VERDICT, "it closed before its deadline");
            }
            case Event.CampaignFunded e -> fund(e);
            case Event.CampaignNotFunded e -> fail(e);
            case Event.CampaignCancelled ignored -> cancelAll();
            case Event.Refunded e -> refund(e.money());
            case Event.RefundedByHand e -> refund(e.money());
            case Event.PaidOut e -> payOut(e.amountMinorUnits());
            case Event.CashHandedOver e -> payOut(e.amountMinorUnits());
            case Event.PayoutCameBack e -> {
                positive(e.amountMinorUnits());
                paidOut -= e.amountMinorUnits();
            }
            case Event.MoneyDisputed e -> dispute(e.dispute());
            case Event.DisputeResolved e -> resolve(e);
            case Event.AllowanceGranted e -> matches.granted(e);
            case Event.AllowanceClosed ignored -> {}
            case Event.AllowanceReleased e -> matches.released(e);
            case Event.Matched e -> {
                positive(e.amountMinorUnits());
                matches.matched(e);
                limit("with a match of " + e.allowance());
            }
            case Event.MatchReturned e -> {
                positive(e.amountMinorUnits());
                matches.returned(e);
            }
            case Event.PledgeRefused ignored -> {}
            case Event.PaymentAwaited e ->
                require(
                        held.containsKey(e.pledge()) || changing.containsKey(e.pledge()),
                        Check.HOLDS,
                        "waits for the payment of no hold: " + e.pledge());
            case Event.CampaignSuspended ignored -> {}
            case Event.CampaignResumed ignored -> {}
            case Event.RefundRefused e -> dueOrFailed(e.money());
            case Event.RefundRetried e -> dueOrFailed(e.money());
            case Event.PayoutRefused ignored -> {}
            case Event.PayoutRetried ignored -> {}
            case Event.LoansGranted ignored -> {}
            case Event.InstalmentOverdue ignored -> {}
            case Event.RepaymentReceived ignored -> {}
            case Event.LenderRepaid ignored -> {}
            case Event.LenderRepaymentRefused ignored -> {}
            case Event.LenderRepaymentRetried ignored -> {}
            case Event.CampaignSettled ignored -> settled();
        }
    }

    private void place(Promise promise) {
        report.examined(Check.HOLDS, 1);
        positive(promise.amountMinorUnits());
        require(placed.add(promise.pledge()), Check.HOLDS, "placed twice: " + promise.pledge());
        held.put(promise.pledge(), promise);
        heldSum = Math.addExact(heldSum, promise.amountMinorUnits());
        limit("with " + promise.pledge());
        take(promise);
    }

    private void limit(String what) {
        report.examined(Check.LIMITS, 1);
        long all = Math.addExact(Math.addExact(heldSum, confirmedSum), matches.sum());
        require(all <= terms().cap(), Check.LIMITS, "over the cap " + what + ": " + all);
    }

    private void take(Promise promise) {
        String id = tierOf(promise);
        if (id != null) {
            int count = taken.merge(id, 1, Integer::sum);
            Integer stock = terms().tier(id).map(Tier::stock).orElse(null);
            require(stock == null || count <= stock, Check.LIMITS, "tier " + id + " sold beyond its stock: " + count);
        }
    }

    private void free(Promise promise) {
        String id = tierOf(promise);
        if (id != null) {
            taken.merge(id, -1, Integer::sum);
        }
    }

    private static @Nullable String tierOf(Promise promise) {
        return promise.rewardWaived() ? null : promise.tier();
    }

    private void confirm(String pledge, long amount, long fee) {
        Promise promise = endHold(pledge);
        receive(promise == null ? pledge : promise.payment(), amount, fee);
        if (promise != null) {
            require(promise.amountMinorUnits() == amount, Check.AMOUNTS, "confirmed with another amount: " + pledge);
            paymentsOf.computeIfAbsent(pledge, none -> new HashSet<>()).add(promise.payment());
            count(promise);
        }
    }

    private void confirmOffline(Event.OfflineConfirmed event) {
        Promise promise = held.get(event.pledge());
        require(
                promise != null && !event.confirmedBy().equals(promise.enteredBy()),
                Check.HOLDS,
                "cash that one person entered and confirmed: " + event.pledge());
        confirm(event.pledge(), event.amountMinorUnits(), 0);
    }

    private void count(Promise promise) {
        take(promise);
        confirmed.put(promise.pledge(), promise);
        confirmedSum = Math.addExact(confirmedSum, promise.amountMinorUnits());
    }

    private @Nullable Promise endHold(String pledge) {
        Promise promise = held.remove(pledge);
        require(promise != null, Check.HOLDS, "a hold ends that there is not (any more): " + pledge);
        if (promise != null) {
            heldSum -= promise.amountMinorUnits();
            free(promise);
        }
        return promise;
    }

    private void holdIncrease(Event.IncreaseHeld event) {
        report.examined(Check.HOLDS, 1);
        String pledge = event.wanted().pledge();
        long more = more(event);
        positive(more);
        require(changing.put(pledge, event) == null, Check.HOLDS, "two increases at once: " + pledge);
        heldSum = Math.addExact(heldSum, more);
        limit("with more of " + pledge);
        if (movesTier(event)) {
            take(event.wanted());
        }
    }

    private void increase(Event.PledgeIncreased event) {
        Event.IncreaseHeld hold = changing.get(event.pledge());
        require(
                hold != null && more(hold) == event.amountMinorUnits(),
                Check.AMOUNTS,
                "increased by another amount: " + event.pledge());
        receive(event.payment(), event.amountMinorUnits(), event.feeMinorUnits());
        paymentsOf.computeIfAbsent(event.pledge(), none -> new HashSet<>()).add(event.payment());
        if (endIncrease(event.pledge()) && hold != null) {
            uncount(event.pledge());
            count(hold.wanted());
        }
    }

    private boolean endIncrease(String pledge) {
        Event.IncreaseHeld hold = changing.get(pledge);
        require(hold != null, Check.HOLDS, "an increase ends that there is not (any more): " + pledge);
        if (hold != null) {
            heldSum -= more(hold);
            if (movesTier(hold)) {
                free(hold.wanted());
            }
            changing.remove(pledge);
        }
        return hold != null;
    }

    private long more(Event.IncreaseHeld hold) {
        Promise before = confirmed.get(hold.wanted().pledge());
        return hold.wanted().amountMinorUnits() - (before == null ? 0 : before.amountMinorUnits());
    }

    private boolean movesTier(Event.IncreaseHeld hold) {
        Promise before = confirmed.get(hold.wanted().pledge());
        return before == null || !Objects.equals(tierOf(before), tierOf(hold.wanted()));
    }

    private void change(Event.PledgeChanged event) {
        Promise before = uncount(event.promise().pledge());
        long less = 0;
        for (Returned part : event.returned()) {
            dueOrFailed(part);
            reduced.merge(part.payment(), part.amountMinorUnits(), Math::addExact);
            less = Math.addExact(less, part.amountMinorUnits());
        }
        long should =
                before == null ? 0 : before.amountMinorUnits() - event.promise().amountMinorUnits();
        require(
                less == should,
                Check.REFUNDS,
                less + " go back of a pledge that is " + should + " smaller: "
                        + event.promise().pledge());
        count(event.promise());
    }

    private @Nullable Promise uncount(String pledge) {
        Promise promise = confirmed.remove(pledge);
        require(promise != null, Check.HOLDS, "not confirmed: " + pledge);
        if (promise != null) {
            confirmedSum -= promise.amountMinorUnits();
            free(promise);
        }
        return promise;
    }

    /** Out of the campaign, held or confirmed. */
    private void leave(String pledge) {
        reviews.remove(pledge);
        if (changing.containsKey(pledge)) {
            endIncrease(pledge);
        }
        if (confirmed.containsKey(pledge)) {
            uncount(pledge);
        } else {
            endHold(pledge);
        }
    }

    private void cancelAll() {
        require(verdicts == 0, Check.VERDICT, "cancelled after its verdict");
        cancelled = true;
        held.clear();
        changing.clear();
        reviews.clear();
        heldSum = 0;
    }

    private void receive(String payment, long amount, long fee) {
        report.examined(Check.REFUNDS, 1);
        positive(amount);
        require(fee >= 0 && fee <= amount, Check.AMOUNTS, "a fee that is no part of its payment: " + payment);
        require(received.put(payment, amount) == null, Check.REFUNDS, "booked twice: " + payment);
        receivedSum = Math.addExact(receivedSum, amount);
    }

    private void refund(Returned money) {
        positive(money.amountMinorUnits());
        dueOrFailed(money);
        require(refunds.add(money.id()), Check.REFUNDS, "refunded twice: " + money.id());
        refunded.merge(money.payment(), money.amountMinorUnits(), Math::addExact);
        refundedSum = Math.addExact(refundedSum, money.amountMinorUnits());
        boolean whole = kept.contains(money.payment()) && money.part() == 0;
        require(!whole, Check.REFUNDS, "refunded although paid out: " + money.payment());
    }

    private void dueOrFailed(Returned money) {
        long came = received.getOrDefault(money.payment(), 0L)
                - refunded.getOrDefault(money.payment(), 0L)
                - chargedBack.getOrDefault(money.payment(), 0L);
        boolean all = money.part() > 0 || money.amountMinorUnits() == came - openParts(money.payment());
        require(
                money.amountMinorUnits() <= came && all,
                Check.REFUNDS,
                "a refund of " + money.amountMinorUnits() + " where " + came + " are left: " + money.payment());
    }

    /** What is owed back of a payment because its pledge was made smaller, and did not go yet. */
    private long openParts(String payment) {
        long parts = 0;
        if (reduced.containsKey(payment)) {
            long whole = refunds.contains(payment) ? 0 : refunded.getOrDefault(payment, 0L);
            parts = reduced.getOrDefault(payment, 0L) - whole;
        }
        return parts;
    }

    private void dispute(Dispute dispute) {
        positive(dispute.amountMinorUnits());
        if (!dispute.fromEscrow()) {
            return;
        }
        chargedBack.merge(dispute.payment(), dispute.amountMinorUnits(), Math::addExact);
        chargedBackSum = Math.addExact(chargedBackSum, dispute.amountMinorUnits());
        Promise promise = confirmed.get(dispute.pledge());
        boolean own = paymentsOf.getOrDefault(dispute.pledge(), Set.of()).contains(dispute.payment());
        if (promise != null && own && verdicts == 0 && !cancelled) {
            disputed.put(dispute.pledge(), promise);
            leave(dispute.pledge());
        }
    }

    private void resolve(Event.DisputeResolved event) {
        Dispute dispute = event.dispute();
        if (!dispute.fromEscrow() || dispute.state() != Dispute.State.WON) {
            return;
        }
        chargedBack.merge(dispute.payment(), -dispute.amountMinorUnits(), Math::addExact);
        chargedBackSum -= dispute.amountMinorUnits();
        Promise promise = disputed.remove(dispute.pledge());
        if (event.counts() && promise != null) {
            count(promise);
            limit("with " + dispute.pledge() + " after its dispute");
        }
    }

    private void fund(Event.CampaignFunded event) {
        verdict(event.at());
        report.examined(Check.SPLIT, 1);
        long raised = Math.addExact(confirmedSum, matches.sum());
        split = event.split();
        distributed = event.split().collected();
        distributedMatch = matches.sum();
        confirmed.keySet().forEach(pledge -> kept.addAll(paymentsOf.getOrDefault(pledge, Set.of())));
        require(raised >= terms().goal(), Check.ALL_OR_NOTHING, "funded with " + raised + " of " + terms().goal());
        require(
                event.split().collected() == raised,
                Check.SPLIT,
                "the split is of " + event.split().collected() + ", raised are " + raised);
        Split again = Split.of(
                raised,
                terms().commissionBasisPoints(),
                terms().vatBasisPoints(),
                event.split().fees());
        require(again.equals(event.split()), Check.SPLIT, "the split should be " + again);
    }

    private void fail(Event.CampaignNotFunded event) {
        verdict(event.at());
        long raised = Math.addExact(confirmedSum, matches.sum());
        require(
                raised < terms().goal(),
                Check.ALL_OR_NOTHING,
                "failed although " + raised + " of " + terms().goal() + " were raised");
    }

    private void verdict(Instant at) {
        report.examined(Check.VERDICT, 1);
        verdicts++;
        require(verdicts == 1, Check.VERDICT, "more than one verdict");
        require(closing && !cancelled, Check.VERDICT, "a verdict on a campaign that was not closing");
        require(!at.isBefore(terms().deadline()), Check.VERDICT, "a verdict before the deadline");
        int open = held.size() + changing.size();
        require(open == 0, Check.VERDICT, "a verdict while " + open + " payments were unknown");
        require(reviews.isEmpty(), Check.VERDICT, "a verdict while " + reviews.size() + " pledges were under review");
    }

    private void payOut(long amount) {
        positive(amount);
        paidOut = Math.addExact(paidOut, amount);
        require(split != null, Check.ALL_OR_NOTHING, "paid out without success");
        require(
                split != null && paidOut <= split.net(),
                Check.SPLIT,
                "paid out " + paidOut + (split == null ? "" : " of " + split.net()));
    }

    private void settled() {
        if (split != null) {
            require(paidOut == split.net(), Check.SPLIT, "settled with " + paidOut + " paid out of " + split.net());
        }
        require(escrow() == 0, Check.ALL_OR_NOTHING, "settled while " + escrow() + " were not given back");
        matches.nothingLeft();
    }

    /** To be called at the end of the journal. */
    void end() {
        report.examined(Check.ALL_OR_NOTHING, 1);
        require(split != null || paidOut == 0, Check.ALL_OR_NOTHING, "a payout without success");
    }

    private void positive(long amount) {
        report.examined(Check.AMOUNTS, 1);
        require(amount > 0, Check.AMOUNTS, "an amount that is not positive: " + amount);
    }

    private void require(boolean holds, Check check, String message) {
        report.require(holds, check, campaign, message);
    }

    private Terms terms() {
        if (terms == null) {
            throw new IllegalStateException("the journal does not begin with the campaign's opening");
        }
        return terms;
    }
}
