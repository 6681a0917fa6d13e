package quartier.pledge.audit;

import java.util.HashMap;
import java.util.Map;
import quartier.pledge.escrow.Dispute;
import quartier.pledge.escrow.Event;

/** What payers' banks took, and who bears it. */
final class DisputeBook {

    private final MoneyBook money;
    private final PledgeBook pledges;
    private final Findings findings;
    private final Map<String, Dispute> disputes = new HashMap<>();
    /** What of lost disputes has ended debts to their payers. */
    private final Map<String, Long> setOff = new HashMap<>();

    private long receivable;
    private long fees;

    DisputeBook(MoneyBook money, PledgeBook pledges, Findings findings) {
        this.money = money;
        this.pledges = pledges;
        this.findings = findings;
    }

    /** What stands on {@code receivable:disputes}. */
    long receivable() {
        return receivable;
    }

    long fees() {
        return fees;
    }

    void open(Dispute dispute) {
        findings.examined(Check.DISPUTES);
        findings.requirePositive(dispute.amountMinorUnits());
        findings.require(
                disputes.put(dispute.id(), dispute) == null, Check.DISPUTES, () -> "opened twice: " + dispute.id());
        findings.require(
                money.knows(dispute.payment()),
                Check.DISPUTES,
                () -> "of a payment that this campaign never had: " + dispute.payment());
        fees = Math.addExact(fees, dispute.feeMinorUnits());
        Payment payment = money.payment(dispute.payment());
        boolean inEscrow = !payment.kept && payment.left() == dispute.amountMinorUnits();
        if (!dispute.fromEscrow()) {
            findings.require(
                    !inEscrow, Check.DISPUTES, () -> "not borne by the escrow that has its money: " + dispute.id());
            receivable = Math.addExact(receivable, dispute.amountMinorUnits());
            return;
        }
        findings.require(
                inEscrow,
                Check.DISPUTES,
                () -> "borne by the escrow, which has not (any more) what it takes: " + dispute.id());
        money.chargeBack(payment, dispute.amountMinorUnits());
        if (!payment.owed) {
            money.owe(dispute.pledge());
            pledges.dispute(dispute.pledge());
        }
    }

    /**
     * @param payment whose payer is owed less
     * @param kept what the campaign keeps of the payment, which the dispute takes first
     */
    void setOff(String id, String payment, long amount, long kept) {
        findings.examined(Check.DISPUTES);
        findings.requirePositive(amount);
        Dispute dispute = disputes.get(id);
        findings.require(
                dispute != null && isBorne(dispute, payment),
                Check.DISPUTES,
                () -> "set off against no lost dispute of its payment that the platform bears: " + id);
        long left = (dispute == null ? 0 : dispute.amountMinorUnits()) - setOff.getOrDefault(id, 0L);
        findings.require(
                amount <= left, Check.DISPUTES, () -> "set off " + amount + " where it took " + left + ": " + id);
        long borne = disputes.values().stream()
                .filter(other -> isBorne(other, payment))
                .mapToLong(other -> other.amountMinorUnits() - setOff.getOrDefault(other.id(), 0L))
                .sum();
        findings.require(
                dispute == null || amount <= borne - kept,
                Check.DISPUTES,
                () -> "set off " + amount + " where it took " + borne + " and the campaign keeps " + kept + ": " + id);
        setOff.merge(id, amount, Math::addExact);
        receivable = Math.subtractExact(receivable, amount);
    }

    private static boolean isBorne(Dispute dispute, String payment) {
        return dispute.state() == Dispute.State.LOST
                && !dispute.fromEscrow()
                && dispute.payment().equals(payment);
    }

    void resolve(Event.DisputeResolved event) {
        Dispute dispute = event.dispute();
        Dispute before = disputes.put(dispute.id(), dispute);
        findings.require(
                before != null
                        && before.state() == Dispute.State.OPEN
                        && before.amountMinorUnits() == dispute.amountMinorUnits()
                        && before.fromEscrow() == dispute.fromEscrow(),
                Check.DISPUTES,
                () -> "resolved, and not open like this: " + dispute.id());
        if (dispute.state() != Dispute.State.WON) {
            return;
        }
        if (!dispute.fromEscrow()) {
            receivable = Math.subtractExact(receivable, dispute.amountMinorUnits());
            return;
        }
        money.chargeBack(money.payment(dispute.payment()), -dispute.amountMinorUnits());
        if (event.counts()) {
            pledges.restore(dispute.pledge());
            money.countAgain(dispute.pledge());
        }
    }
}
