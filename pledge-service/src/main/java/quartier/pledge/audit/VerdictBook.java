package quartier.pledge.audit;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Event;
import quartier.pledge.escrow.Payout;
import quartier.pledge.escrow.Promise;
import quartier.pledge.escrow.Split;
import quartier.pledge.escrow.Terms;

/** The verdict, how it divides the money, and what of that was paid. */
final class VerdictBook {

    /** @param paid it went, and did not come back */
    private record Outgoing(long amount, int attempt, boolean paid) {}

    private final Terms terms;
    private final Findings findings;
    private final Map<String, Outgoing> payouts = new HashMap<>();
    private @Nullable Split split;
    private int verdicts;
    private boolean closing;
    private boolean cancelled;
    private long paidOut;
    private long cashDue;
    private long handedOver;

    VerdictBook(Terms terms, Findings findings) {
        this.terms = terms;
        this.findings = findings;
    }

    @Nullable
    Split split() {
        return split;
    }

    boolean isOver() {
        return verdicts > 0 || cancelled;
    }

    /** What is still owed to the owner. */
    long owed() {
        return (split == null ? 0 : split.net()) - paidOut - handedOver;
    }

    long paidOut() {
        return paidOut;
    }

    long handedOver() {
        return handedOver;
    }

    /** What the verdict gave away of the escrow. */
    long distributed() {
        return split == null ? 0 : split.collected();
    }

    void requireOpen(String pledge) {
        findings.require(!isOver(), Check.VERDICT, () -> "counts after the verdict: " + pledge);
    }

    void close(Instant at) {
        closing = true;
        findings.require(!at.isBefore(terms.deadline()), Check.VERDICT, () -> "it closed before its deadline");
    }

    void cancel() {
        findings.require(!isOver(), Check.VERDICT, () -> "cancelled after its verdict");
        cancelled = true;
    }

    /** @param behind the payments of the confirmed pledges */
    void fund(Event.CampaignFunded event, long raised, PledgeBook pledges, List<Payment> behind) {
        verdict(event.at(), pledges);
        findings.examined(Check.SPLIT);
        findings.require(
                raised >= terms.goal(), Check.ALL_OR_NOTHING, () -> "funded with " + raised + " of " + terms.goal());
        findings.require(
                event.split().collected() == raised,
                Check.SPLIT,
                () -> "the split is of " + event.split().collected() + ", raised are " + raised);
        long fees = behind.stream().mapToLong(payment -> payment.fee).sum();
        Split again = Split.of(raised, terms.commissionBasisPoints(), terms.vatBasisPoints(), fees);
        findings.require(again.equals(event.split()), Check.SPLIT, () -> "the split should be " + again);
        split = event.split();
        divide(event, pledges, behind);
    }

    private void divide(Event.CampaignFunded event, PledgeBook pledges, List<Payment> behind) {
        long net = event.split().net();
        long cash = pledges.confirmed().stream()
                .filter(Promise::isOffline)
                .mapToLong(Promise::amountMinorUnits)
                .sum();
        long reversible = behind.stream()
                .filter(payment -> payment.reversibleUntil != null && payment.reversibleUntil.isAfter(event.at()))
                .mapToLong(Payment::left)
                .sum();
        long cashOfNet = Math.min(cash, net);
        long reserve = Math.min(reversible, net - cashOfNet);
        findings.require(
                event.cash() == cashOfNet,
                Check.SPLIT,
                () -> "the owner's cash is " + event.cash() + ", should be " + cashOfNet);
        findings.require(
                event.reserve() == reserve,
                Check.SPLIT,
                () -> "the reserve is " + event.reserve() + ", should be " + reserve);
        cashDue = event.cash();
        payouts.put(Payout.MAIN, new Outgoing(net - event.reserve() - event.cash(), 1, false));
        payouts.put(Payout.RESERVE, new Outgoing(event.reserve(), 1, false));
    }

    void fail(Instant at, long raised, PledgeBook pledges) {
        verdict(at, pledges);
        findings.require(
                raised < terms.goal(),
                Check.ALL_OR_NOTHING,
                () -> "failed although " + raised + " of " + terms.goal() + " were raised");
    }

    private void verdict(Instant at, PledgeBook pledges) {
        findings.examined(Check.VERDICT);
        verdicts++;
        findings.require(verdicts == 1, Check.VERDICT, () -> "more than one verdict");
        findings.require(closing && !cancelled, Check.VERDICT, () -> "a verdict on a campaign that was not closing");
        findings.require(!at.isBefore(terms.deadline()), Check.VERDICT, () -> "a verdict before the deadline");
        int open = pledges.open();
        findings.require(open == 0, Check.VERDICT, () -> "a verdict while " + open + " payments were unknown");
        int reviews = pledges.reviews();
        findings.require(
                reviews == 0, Check.VERDICT, () -> "a verdict while " + reviews + " pledges were under review");
    }

    void payOut(Event.PaidOut event) {
        findings.requirePositive(event.amountMinorUnits());
        paidOut = Math.addExact(paidOut, event.amountMinorUnits());
        findings.require(split != null, Check.ALL_OR_NOTHING, () -> "paid out without success");
        Outgoing payout = payouts.get(event.payout());
        findings.require(payout == null || !payout.paid(), Check.SPLIT, () -> "paid out twice: " + event.payout());
        findings.require(
                payout != null && payout.amount() == event.amountMinorUnits() && payout.attempt() == event.attempt(),
                Check.SPLIT,
                () -> "paid out " + event.amountMinorUnits() + ", and not what was due: " + payout);
        payouts.put(event.payout(), new Outgoing(event.amountMinorUnits(), event.attempt(), true));
    }

    void retry(Event.PayoutRetried event) {
        Outgoing payout = payouts.get(event.payout());
        findings.require(
                payout != null && !payout.paid() && event.attempt() == payout.attempt() + 1,
                Check.SPLIT,
                () -> "tried again although it was not refused: " + event.payout());
        long amount = payout == null ? 0 : payout.amount();
        payouts.put(event.payout(), new Outgoing(amount, event.attempt(), false));
    }

    void refuse(Event.PayoutRefused event) {
        Outgoing payout = payouts.get(event.payout());
        findings.require(
                payout != null && !payout.paid(),
                Check.SPLIT,
                () -> "refused although it was not under way: " + event.payout());
    }

    void comeBack(Event.PayoutCameBack event) {
        findings.requirePositive(event.amountMinorUnits());
        Outgoing payout = payouts.get(event.payout());
        findings.require(
                payout != null && payout.paid() && payout.amount() == event.amountMinorUnits(),
                Check.SPLIT,
                () -> "came back and had not gone: " + event.payout());
        paidOut = Math.subtractExact(paidOut, event.amountMinorUnits());
        payouts.put(event.payout(), new Outgoing(event.amountMinorUnits(), event.attempt(), false));
    }

    void handOver(Event.CashHandedOver event) {
        findings.requirePositive(event.amountMinorUnits());
        findings.require(split != null, Check.ALL_OR_NOTHING, () -> "cash handed over without success");
        findings.require(
                event.amountMinorUnits() == cashDue,
                Check.SPLIT,
                () -> "cash of " + event.amountMinorUnits() + " handed over, due were " + cashDue);
        handedOver = Math.addExact(handedOver, event.amountMinorUnits());
        cashDue = 0;
    }

    void requirePaid() {
        findings.require(isOver(), Check.ALL_OR_NOTHING, () -> "settled before its end");
        findings.require(owed() == 0, Check.SPLIT, () -> "settled with " + owed() + " owed to the owner");
    }
}
