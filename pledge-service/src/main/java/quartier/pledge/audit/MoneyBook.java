package quartier.pledge.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quartier.pledge.escrow.Promise;
import quartier.pledge.escrow.Returned;

/** Payments that came in, and what went back of each. */
final class MoneyBook {

    private final Findings findings;
    private final Map<String, Payment> payments = new HashMap<>();
    private final Map<String, List<Payment>> ofPledges = new HashMap<>();
    private final Set<String> refunds = new HashSet<>();
    private long received;
    private long receivedAsCash;
    private long refunded;
    private long refundedByHand;
    private long chargedBack;
    private long fees;

    MoneyBook(Findings findings) {
        this.findings = findings;
    }

    /** What has to be in the escrow of backers' money, before any is given to the owner. */
    long held() {
        return received - refunded - chargedBack;
    }

    long received() {
        return received;
    }

    long receivedAsCash() {
        return receivedAsCash;
    }

    long refunded() {
        return refunded;
    }

    long refundedByHand() {
        return refundedByHand;
    }

    long chargedBack() {
        return chargedBack;
    }

    /** What the provider kept of all that came. */
    long fees() {
        return fees;
    }

    /** What is in the escrow, payment by payment. */
    long inEscrow() {
        return payments.values().stream().mapToLong(Payment::inEscrow).sum();
    }

    Payment payment(String id) {
        Payment payment = payments.get(id);
        return payment == null ? new Payment(id, "", 0, 0, false, null) : payment;
    }

    boolean knows(String payment) {
        return payments.containsKey(payment);
    }

    /** The payments of these pledges that count for them. */
    List<Payment> of(Collection<Promise> pledges) {
        List<Payment> all = new ArrayList<>();
        pledges.forEach(promise -> all.addAll(ofPledges.getOrDefault(promise.pledge(), List.of())));
        return all;
    }

    void receive(Payment payment, boolean cash) {
        findings.examined(Check.REFUNDS);
        findings.requirePositive(payment.received);
        findings.require(
                payment.fee >= 0 && payment.fee <= payment.received,
                Check.AMOUNTS,
                () -> "a fee that is no part of its payment: " + payment.id);
        findings.require(payments.put(payment.id, payment) == null, Check.REFUNDS, () -> "booked twice: " + payment.id);
        if (payment.stray) {
            findings.examined(Check.STRAYS);
        } else {
            ofPledges
                    .computeIfAbsent(payment.pledge, none -> new ArrayList<>(1))
                    .add(payment);
        }
        received = Math.addExact(received, payment.received);
        receivedAsCash = cash ? Math.addExact(receivedAsCash, payment.received) : receivedAsCash;
        fees = Math.addExact(fees, payment.fee);
    }

    /** Parts that go back because a pledge was made smaller by {@code less}. */
    void reduce(String pledge, List<Returned> parts, long less) {
        long sum = 0;
        for (Returned part : parts) {
            Payment payment = payment(part.payment());
            findings.require(
                    part.amountMinorUnits() <= payment.left(),
                    Check.REFUNDS,
                    () -> "more goes back of a payment than is left: " + part.id());
            findings.require(payment.reduce(part), Check.REFUNDS, () -> "owed twice: " + part.id());
            sum = Math.addExact(sum, part.amountMinorUnits());
        }
        long back = sum;
        findings.require(
                back == less,
                Check.REFUNDS,
                () -> back + " go back of a pledge that is " + less + " smaller: " + pledge);
    }

    /** All that stands behind the pledge has to go back. */
    void owe(String pledge) {
        ofPledges.getOrDefault(pledge, List.of()).forEach(payment -> payment.owed = true);
    }

    void countAgain(String pledge) {
        ofPledges.getOrDefault(pledge, List.of()).forEach(payment -> payment.owed = false);
    }

    void refund(Returned money, boolean byHand) {
        findings.requirePositive(money.amountMinorUnits());
        requireDue(money);
        findings.require(refunds.add(money.id()), Check.REFUNDS, () -> "refunded twice: " + money.id());
        payment(money.payment()).giveBack(money);
        refunded = Math.addExact(refunded, money.amountMinorUnits());
        refundedByHand = byHand ? Math.addExact(refundedByHand, money.amountMinorUnits()) : refundedByHand;
    }

    /** A lost dispute has given that much of it back to its payer. */
    void setOff(Returned money, long amount) {
        requireDue(money);
        findings.require(
                amount <= money.amountMinorUnits(),
                Check.REFUNDS,
                () -> "set off " + amount + " of a refund of " + money.amountMinorUnits() + ": " + money.id());
        payment(money.payment()).setOff(money, amount);
        chargedBack = Math.addExact(chargedBack, amount);
    }

    void requireDue(Returned money) {
        Payment payment = payment(money.payment());
        long due = payment.due(money);
        findings.require(
                money.amountMinorUnits() == due,
                Check.REFUNDS,
                () -> "a refund of " + money.amountMinorUnits() + " where " + due + " are left: " + money.id());
        findings.require(
                money.part() > 0 || (payment.owed && !payment.kept),
                Check.REFUNDS,
                () -> "a refund of what " + (payment.kept ? "was paid out: " : "still counts: ") + money.id());
    }

    /** @param amount negative when the bank gives it back */
    void chargeBack(Payment payment, long amount) {
        payment.chargeBack(amount);
        chargedBack = Math.addExact(chargedBack, amount);
    }

    /** When nobody is said to be owed anything any more. */
    void requireNothingOwed() {
        for (Payment payment : payments.values()) {
            boolean open = payment.hasOpenParts() || (payment.owed && !payment.kept && payment.left() != 0);
            findings.require(
                    !open,
                    payment.stray ? Check.STRAYS : Check.REFUNDS,
                    () -> "settled and not given back: " + payment.id);
        }
    }
}
