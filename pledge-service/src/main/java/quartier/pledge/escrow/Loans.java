package quartier.pledge.escrow;

import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a funded campaign's owner owes to its lenders. Each repayment pays the oldest instalment first, and is shared
 * among the lenders in proportion of what is still owed to each, to the minor unit.
 *
 * @param lent what each payment lent
 * @param allocated what of that repayments have been set aside for
 * @param parts every lender's part of every repayment, named by {@link RepaymentPart#id()}
 * @param pending the parts that lenders have not got yet
 */
public record Loans(
        List<Instalment> instalments,
        PersistentMap<Loan> lent,
        PersistentMap<Long> allocated,
        PersistentMap<Long> repayments,
        PersistentMap<RepaymentPart> parts,
        PersistentMap<RepaymentPart> pending) {

    /** @param payment by which the money came, and goes back */
    public record Loan(String pledge, String payment, long amountMinorUnits) {}

    /**
     * @param n from 1
     * @param overdue its day has passed with something unpaid
     */
    public record Instalment(int n, Instant due, long amountMinorUnits, long paidMinorUnits, boolean overdue) {

        public long unpaidMinorUnits() {
            return amountMinorUnits - paidMinorUnits;
        }
    }

    /** A lender's share of a repayment. */
    public record Share(String pledge, String payment, long amountMinorUnits) {}

    public Loans {
        instalments = List.copyOf(instalments);
    }

    static final Loans NONE = new Loans(
            List.of(),
            PersistentMap.empty(),
            PersistentMap.empty(),
            PersistentMap.empty(),
            PersistentMap.empty(),
            PersistentMap.empty());

    /** Equal instalments; what does not divide is spread over the first ones. The months are counted in UTC. */
    static List<Instalment> schedule(long total, LoanTerms terms, Instant verdict) {
        List<Instalment> instalments = new ArrayList<>();
        long each = total / terms.instalments();
        long rest = total % terms.instalments();
        for (int n = 1; n <= terms.instalments(); n++) {
            long amount = each + (n <= rest ? 1 : 0);
            if (amount > 0) {
                Instant due = verdict.atZone(ZoneOffset.UTC)
                        .plusMonths(terms.graceMonths() + (long) n)
                        .toInstant();
                instalments.add(new Instalment(n, due, amount, 0, false));
            }
        }
        return instalments;
    }

    /** What the owner still owes. */
    public long outstandingMinorUnits() {
        return instalments.stream().mapToLong(Instalment::unpaidMinorUnits).sum();
    }

    /** What of it should have been paid. */
    public long arrearsMinorUnits() {
        return instalments.stream()
                .filter(Instalment::overdue)
                .mapToLong(Instalment::unpaidMinorUnits)
                .sum();
    }

    /** How much of a repayment goes to instalments that are overdue. */
    long arrearsOf(long repayment) {
        return Math.min(repayment, arrearsMinorUnits());
    }

    /** Instalments whose day has passed and which are not marked yet. */
    List<Instalment> becomeOverdue(Instant now) {
        return instalments.stream()
                .filter(instalment ->
                        !instalment.overdue() && instalment.unpaidMinorUnits() > 0 && !now.isBefore(instalment.due()))
                .toList();
    }

    /** Shares a repayment by the largest remainder; between equals the smaller payment id comes first. */
    List<Share> share(long repayment) {
        record Exact(Loan loan, long whole, BigInteger remainder) {}

        BigInteger outstanding = BigInteger.valueOf(outstandingMinorUnits());
        List<Exact> exact = new ArrayList<>();
        long left = repayment;
        for (Loan loan : lent.values()) {
            BigInteger[] part = BigInteger.valueOf(owedTo(loan))
                    .multiply(BigInteger.valueOf(repayment))
                    .divideAndRemainder(outstanding);
            exact.add(new Exact(loan, part[0].longValueExact(), part[1]));
            left -= part[0].longValueExact();
        }
        exact.sort(Comparator.comparing(Exact::remainder)
                .reversed()
                .thenComparing(part -> part.loan().payment()));
        List<Share> shares = new ArrayList<>();
        for (Exact part : exact) {
            long amount = part.whole() + (left > 0 && part.remainder().signum() > 0 ? 1 : 0);
            left -= amount - part.whole();
            if (amount > 0) {
                shares.add(new Share(part.loan().pledge(), part.loan().payment(), amount));
            }
        }
        return shares;
    }

    private long owedTo(Loan loan) {
        Long given = allocated.get(loan.payment());
        return loan.amountMinorUnits() - (given == null ? 0 : given);
    }

    Loans granted(List<Instalment> schedule, List<Loan> loans) {
        PersistentMap<Loan> all = lent;
        for (Loan loan : loans) {
            all = all.plus(loan.payment(), loan);
        }
        return new Loans(schedule, all, allocated, repayments, parts, pending);
    }

    Loans overdue(int n) {
        List<Instalment> after = instalments.stream()
                .map(instalment -> instalment.n() == n
                        ? new Instalment(
                                n, instalment.due(), instalment.amountMinorUnits(), instalment.paidMinorUnits(), true)
                        : instalment)
                .toList();
        return new Loans(after, lent, allocated, repayments, parts, pending);
    }

    Loans repaid(String repayment, long amount, List<Share> shares) {
        List<Instalment> after = new ArrayList<>();
        long left = amount;
        for (Instalment instalment : instalments) {
            long paid = Math.min(left, instalment.unpaidMinorUnits());
            left -= paid;
            after.add(new Instalment(
                    instalment.n(),
                    instalment.due(),
                    instalment.amountMinorUnits(),
                    instalment.paidMinorUnits() + paid,
                    instalment.overdue()));
        }
        PersistentMap<Long> given = allocated;
        PersistentMap<RepaymentPart> all = parts;
        PersistentMap<RepaymentPart> open = pending;
        for (Share share : shares) {
            Long before = given.get(share.payment());
            given = given.plus(share.payment(), (before == null ? 0 : before) + share.amountMinorUnits());
            RepaymentPart part =
                    new RepaymentPart.Due(repayment, share.pledge(), share.payment(), share.amountMinorUnits(), 1);
            all = all.plus(part.id(), part);
            open = open.plus(part.id(), part);
        }
        return new Loans(after, lent, given, repayments.plus(repayment, amount), all, open);
    }

    Loans with(RepaymentPart part) {
        PersistentMap<RepaymentPart> open = switch (part) {
            case RepaymentPart.Due due -> pending.plus(part.id(), due);
            case RepaymentPart.Failed failed -> pending.plus(part.id(), failed);
            case RepaymentPart.Done ignored -> pending.minus(part.id());
            case RepaymentPart.ChargedBack ignored -> pending.minus(part.id());
        };
        return new Loans(instalments, lent, allocated, repayments, parts.plus(part.id(), part), open);
    }

    /** The lender has that much of the part from their bank; the rest is due again. */
    Loans chargedBack(RepaymentPart.Failed part, String dispute, long amount) {
        long rest = part.amountMinorUnits() - amount;
        String id = rest == 0 ? part.id() : part.id() + "/" + dispute;
        Loans after = with(
                new RepaymentPart.ChargedBack(id, part.repayment(), part.pledge(), part.payment(), amount, dispute));
        return rest == 0
                ? after
                : after.with(new RepaymentPart.Due(
                        part.repayment(), part.pledge(), part.payment(), rest, part.attempt() + 1));
    }
}
