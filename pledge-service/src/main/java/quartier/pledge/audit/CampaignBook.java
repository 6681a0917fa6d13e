package quartier.pledge.audit;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
    private final Set<String> placed = new HashSet<>();
    /** What came in by each payment. */
    private final Map<String, Long> received = new HashMap<>();

    private final Map<String, Long> refunded = new HashMap<>();
    private final Map<String, Integer> taken = new HashMap<>();
    private @Nullable Terms terms;
    private long heldSum;
    private long confirmedSum;
    private long receivedSum;
    private long refundedSum;
    private long distributed;
    private long paidOut;
    private int verdicts;
    private boolean closing;
    private boolean cancelled;
    private @Nullable Split split;

    CampaignBook(String campaign, AuditReport report) {
        this.campaign = campaign;
        this.report = report;
    }

    long heldSum() {
        return heldSum;
    }

    long confirmedSum() {
        return confirmedSum;
    }

    /** What has to stand on the account {@code escrow}. */
    long escrow() {
        return receivedSum - refundedSum - distributed;
    }

    /** The same, payment by payment. */
    long escrowByPayment() {
        long sum = 0;
        Set<String> kept = new HashSet<>();
        if (distributed > 0) {
            confirmed.values().forEach(promise -> kept.add(promise.payment()));
        }
        for (Map.Entry<String, Long> payment : received.entrySet()) {
            if (!kept.contains(payment.getKey())) {
                sum += payment.getValue() - refunded.getOrDefault(payment.getKey(), 0L);
            }
        }
        return sum;
    }

    void apply(Event event) {
        switch (event) {
            case Event.CampaignOpened e -> terms = e.terms();
            case Event.PledgePlaced e -> place(e.promise());
            case Event.PledgeConfirmed e -> confirm(e);
            case Event.PledgeDeclined e -> endHold(e.pledge());
            case Event.HoldExpired e -> endHold(e.pledge());
            case Event.PledgeCancelled e -> cancel(e.pledge());
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
            case Event.PaidOut e -> payOut(e);
            case Event.PledgeRefused ignored -> {}
            case Event.PaymentAwaited e ->
                require(held.containsKey(e.pledge()), Check.HOLDS, "waits for the payment of no hold: " + e.pledge());
            case Event.CampaignSuspended ignored -> {}
            case Event.CampaignResumed ignored -> {}
            case Event.RefundRefused e -> dueOrFailed(e.money());
            case Event.RefundRetried e -> dueOrFailed(e.money());
            case Event.PayoutRefused ignored -> {}
            case Event.PayoutRetried ignored -> {}
            case Event.CampaignSettled ignored -> settled();
        }
    }

    private void place(Promise promise) {
        report.examined(Check.HOLDS, 1);
        report.examined(Check.LIMITS, 1);
        positive(promise.amountMinorUnits());
        require(placed.add(promise.pledge()), Check.HOLDS, "placed twice: " + promise.pledge());
        held.put(promise.pledge(), promise);
        heldSum = Math.addExact(heldSum, promise.amountMinorUnits());
        long all = Math.addExact(heldSum, confirmedSum);
        require(all <= terms().cap(), Check.LIMITS, "over the cap with " + promise.pledge() + ": " + all);
        String id = promise.tier();
        if (id != null) {
            int count = taken.merge(id, 1, Integer::sum);
            Integer stock = terms().tier(id).map(Tier::stock).orElse(null);
            require(stock == null || count <= stock, Check.LIMITS, "tier " + id + " sold beyond its stock: " + count);
        }
    }

    private void confirm(Event.PledgeConfirmed event) {
        Promise promise = endHold(event.pledge());
        receive(promise == null ? event.pledge() : promise.payment(), event.amountMinorUnits(), event.feeMinorUnits());
        if (promise != null) {
            if (promise.tier() != null) {
                taken.merge(promise.tier(), 1, Integer::sum);
            }
            require(
                    promise.amountMinorUnits() == event.amountMinorUnits(),
                    Check.AMOUNTS,
                    "confirmed with another amount: " + event.pledge());
            confirmed.put(event.pledge(), promise);
            confirmedSum = Math.addExact(confirmedSum, promise.amountMinorUnits());
        }
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

    private void free(Promise promise) {
        if (promise.tier() != null) {
            taken.merge(promise.tier(), -1, Integer::sum);
        }
    }

    private void cancel(String pledge) {
        Promise promise = confirmed.remove(pledge);
        if (promise == null) {
            endHold(pledge);
        } else {
            confirmedSum -= promise.amountMinorUnits();
            free(promise);
        }
    }

    private void cancelAll() {
        require(verdicts == 0, Check.VERDICT, "cancelled after its verdict");
        cancelled = true;
        held.clear();
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
        require(
                refunded.put(money.payment(), money.amountMinorUnits()) == null,
                Check.REFUNDS,
                "refunded twice: " + money.payment());
        refundedSum = Math.addExact(refundedSum, money.amountMinorUnits());
        boolean kept = distributed > 0 && confirmed.containsKey(money.pledge()) && isOwn(money);
        require(!kept, Check.REFUNDS, "refunded although paid out: " + money.payment());
    }

    private boolean isOwn(Returned money) {
        Promise promise = confirmed.get(money.pledge());
        return promise != null && promise.payment().equals(money.payment());
    }

    private void dueOrFailed(Returned money) {
        long came = received.getOrDefault(money.payment(), 0L);
        require(
                came == money.amountMinorUnits(),
                Check.REFUNDS,
                "a refund of " + money.amountMinorUnits() + " for a payment of " + came + ": " + money.payment());
    }

    private void fund(Event.CampaignFunded event) {
        verdict(event.at());
        report.examined(Check.SPLIT, 1);
        split = event.split();
        distributed = event.split().collected();
        require(
                confirmedSum >= terms().goal(),
                Check.ALL_OR_NOTHING,
                "funded with " + confirmedSum + " of " + terms().goal());
        require(
                event.split().collected() == confirmedSum,
                Check.SPLIT,
                "the split is of " + event.split().collected() + ", confirmed are " + confirmedSum);
        Split again = Split.of(
                confirmedSum,
                terms().commissionBasisPoints(),
                terms().vatBasisPoints(),
                event.split().fees());
        require(again.equals(event.split()), Check.SPLIT, "the split should be " + again);
    }

    private void fail(Event.CampaignNotFunded event) {
        verdict(event.at());
        require(
                confirmedSum < terms().goal(),
                Check.ALL_OR_NOTHING,
                "failed although " + confirmedSum + " of " + terms().goal() + " were confirmed");
    }

    private void verdict(Instant at) {
        report.examined(Check.VERDICT, 1);
        verdicts++;
        require(verdicts == 1, Check.VERDICT, "more than one verdict");
        require(closing && !cancelled, Check.VERDICT, "a verdict on a campaign that was not closing");
        require(!at.isBefore(terms().deadline()), Check.VERDICT, "a verdict before the deadline");
        require(held.isEmpty(), Check.VERDICT, "a verdict while " + held.size() + " payments were unknown");
    }

    private void payOut(Event.PaidOut event) {
        positive(event.amountMinorUnits());
        paidOut = Math.addExact(paidOut, event.amountMinorUnits());
        require(split != null, Check.ALL_OR_NOTHING, "paid out without success");
        require(
                split != null && paidOut == split.net(),
                Check.SPLIT,
                "paid out " + paidOut + (split == null ? "" : " of " + split.net()));
    }

    private void settled() {
        if (split != null) {
            require(paidOut == split.net(), Check.SPLIT, "settled with " + paidOut + " paid out of " + split.net());
        }
        long owed = receivedSum - refundedSum - distributed;
        require(owed == 0, Check.ALL_OR_NOTHING, "settled while " + owed + " were not given back");
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
