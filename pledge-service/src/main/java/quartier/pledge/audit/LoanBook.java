package quartier.pledge.audit;

import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import quartier.pledge.escrow.Event;
import quartier.pledge.escrow.LoanTerms;
import quartier.pledge.escrow.Loans;
import quartier.pledge.escrow.Promise;
import quartier.pledge.escrow.RepaymentPart;
import quartier.pledge.escrow.Terms;

/** What a funded campaign's owner owes to its lenders, and what of it came back to each. */
final class LoanBook {

    private static final class Instalment {
        final Instant due;
        long unpaid;
        boolean overdue;

        Instalment(Instant due, long unpaid) {
            this.due = due;
            this.unpaid = unpaid;
        }
    }

    private final Terms terms;
    private final Findings findings;
    private final Map<String, Long> lentBy = new HashMap<>();
    /** What is still owed of each loan, by its payment. */
    private final Map<String, Long> owed = new HashMap<>();

    private final Map<Integer, Instalment> instalments = new TreeMap<>();
    private final Map<String, Long> repayments = new HashMap<>();
    /** Lenders' parts that they have not got. */
    private final Map<String, Long> open = new HashMap<>();

    private long lent;
    private long repaid;
    private long givenBack;
    private long setOff;

    LoanBook(Terms terms, Findings findings) {
        this.terms = terms;
        this.findings = findings;
    }

    long lent() {
        return lent;
    }

    /** What the owner has repaid. */
    long repaid() {
        return repaid;
    }

    /** What lenders have got of it. */
    long givenBack() {
        return givenBack;
    }

    /** What of it lenders' banks had given them before. */
    long setOff() {
        return setOff;
    }

    /** Whether this payment is a loan that is being repaid. */
    boolean isLent(String payment) {
        return owed.containsKey(payment);
    }

    long arrears() {
        return instalments.values().stream()
                .filter(instalment -> instalment.overdue)
                .mapToLong(instalment -> instalment.unpaid)
                .sum();
    }

    /** @param change negative when it is less */
    void lend(Promise promise, long change) {
        if (!promise.isLoan()) {
            return;
        }
        findings.examined(Check.LOANS);
        long sum = lentBy.merge(promise.backer(), change, Math::addExact);
        LoanTerms loans = terms.loans();
        long limit = loans == null ? 0 : loans.perLenderMinorUnits();
        findings.require(
                sum <= limit || change < 0,
                Check.LOANS,
                () -> "a lender lends " + sum + ", allowed are " + limit + ": " + promise.pledge());
    }

    /** @param behind the payments of the confirmed loans */
    void grant(Event.LoansGranted event, List<Payment> behind) {
        findings.examined(Check.LOANS);
        findings.require(lent == 0, Check.LOANS, () -> "granted twice");
        Map<String, Long> should = new HashMap<>();
        behind.stream()
                .filter(payment -> payment.left() > 0)
                .forEach(payment -> should.put(payment.id, payment.left()));
        for (Loans.Loan loan : event.loans()) {
            findings.require(
                    should.getOrDefault(loan.payment(), 0L) == loan.amountMinorUnits(),
                    Check.LOANS,
                    () -> "a loan of " + loan.amountMinorUnits() + " that was not lent: " + loan.payment());
            should.remove(loan.payment());
            owed.put(loan.payment(), loan.amountMinorUnits());
            lent = Math.addExact(lent, loan.amountMinorUnits());
        }
        findings.require(should.isEmpty(), Check.LOANS, () -> "lent and not granted: " + should.keySet());
        event.instalments().forEach(one -> instalments.put(one.n(), new Instalment(one.due(), one.amountMinorUnits())));
        long planned = unpaid();
        findings.require(planned == lent, Check.LOANS, () -> "the instalments make " + planned + ", lent were " + lent);
    }

    /** What was lent by pledges that counted at the verdict has to be owed from then on. */
    void requireGranted(long loans) {
        findings.require(lent == loans, Check.LOANS, () -> "lent were " + loans + ", " + lent + " are owed");
    }

    private long unpaid() {
        return instalments.values().stream()
                .mapToLong(instalment -> instalment.unpaid)
                .sum();
    }

    void overdue(Event.InstalmentOverdue event) {
        findings.examined(Check.LOANS);
        Instalment instalment = instalments.get(event.n());
        findings.require(
                instalment != null
                        && !instalment.overdue
                        && instalment.unpaid == event.unpaidMinorUnits()
                        && !event.at().isBefore(instalment.due),
                Check.LOANS,
                () -> "overdue with " + event.unpaidMinorUnits() + ", and should not be: instalment " + event.n());
        if (instalment != null) {
            instalment.overdue = true;
        }
    }

    void receive(Event.RepaymentReceived event) {
        findings.examined(Check.LOANS);
        long amount = event.amountMinorUnits();
        findings.requirePositive(amount);
        String id = event.repayment();
        findings.require(repayments.put(id, amount) == null, Check.LOANS, () -> "repaid twice: " + id);
        long outstanding = unpaid();
        findings.require(
                amount <= outstanding, Check.LOANS, () -> "repaid " + amount + " where " + outstanding + " are owed");
        findings.require(
                event.ofArrears() == Math.min(amount, arrears()),
                Check.LOANS,
                () -> "pays " + event.ofArrears() + " of the arrears of " + arrears());
        long shared = 0;
        for (Loans.Share share : event.shares()) {
            share(event, share, outstanding);
            shared = Math.addExact(shared, share.amountMinorUnits());
        }
        long sum = shared;
        findings.require(
                sum == amount, Check.LOANS, () -> "a repayment of " + amount + " is shared as " + sum + ": " + id);
        pay(amount);
        repaid = Math.addExact(repaid, amount);
    }

    /** In proportion of what is owed, give or take a minor unit. */
    private void share(Event.RepaymentReceived event, Loans.Share share, long outstanding) {
        long amount = share.amountMinorUnits();
        findings.requirePositive(amount);
        long mine = owed.getOrDefault(share.payment(), 0L);
        BigInteger whole = BigInteger.valueOf(outstanding);
        BigInteger off = BigInteger.valueOf(amount)
                .multiply(whole)
                .subtract(BigInteger.valueOf(mine).multiply(BigInteger.valueOf(event.amountMinorUnits())));
        findings.require(
                amount <= mine && off.abs().compareTo(whole) < 0,
                Check.LOANS,
                () -> "a share of " + amount + " of a loan of which " + mine + " are owed: " + share.payment());
        owed.put(share.payment(), mine - amount);
        open.put(RepaymentPart.idOf(event.repayment(), share.payment()), amount);
    }

    private void pay(long amount) {
        long left = amount;
        for (Instalment instalment : instalments.values()) {
            long paid = Math.min(left, instalment.unpaid);
            instalment.unpaid -= paid;
            left -= paid;
        }
    }

    void giveBack(RepaymentPart part) {
        findings.examined(Check.LOANS);
        requireOpen(part);
        open.remove(part.id());
        givenBack = Math.addExact(givenBack, part.amountMinorUnits());
    }

    /** A lost dispute has given that much of the part to its lender. */
    void setOff(RepaymentPart part, long amount) {
        findings.examined(Check.LOANS);
        requireOpen(part);
        long rest = part.amountMinorUnits() - amount;
        findings.require(
                rest >= 0,
                Check.LOANS,
                () -> "set off " + amount + " of a lender's part of " + part.amountMinorUnits() + ": " + part.id());
        if (rest == 0) {
            open.remove(part.id());
        } else {
            open.put(part.id(), rest);
        }
        setOff = Math.addExact(setOff, amount);
    }

    void requireOpen(RepaymentPart part) {
        Long amount = open.get(part.id());
        findings.require(
                amount != null && amount == part.amountMinorUnits(),
                Check.LOANS,
                () -> "a lender's part of " + part.amountMinorUnits() + " where " + amount + " are due: " + part.id());
    }
}
