package quartier.pledge.escrow.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.LoanTerms;
import quartier.pledge.escrow.Loans;
import quartier.pledge.escrow.Pledge;
import quartier.pledge.escrow.RepaymentPart;

/**
 * A loan as its lender sees it.
 *
 * @param repaid what came back, from the owner or, after a dispute, from the lender's bank
 * @param underWay what the owner repaid and is being sent
 * @param outstanding what the owner still owes of it; all of it before the verdict
 * @param instalments what of each is the lender's; empty before the verdict
 */
record LentJson(
        String pledge,
        String campaign,
        String state,
        MoneyJson amount,
        MoneyJson repaid,
        MoneyJson underWay,
        MoneyJson outstanding,
        LoansJson.@Nullable TermsJson terms,
        List<Part> instalments) {

    /** @param overdue its day has passed with something unpaid, by the owner to all lenders */
    record Part(int n, Instant due, MoneyJson amount, boolean overdue, boolean paid) {}

    static LentJson of(Escrow escrow, Pledge pledge) {
        Loans loans = escrow.loans();
        String id = pledge.promise().pledge();
        List<Loans.Loan> mine = loans.lent().values().stream()
                .filter(loan -> loan.pledge().equals(id))
                .toList();
        List<RepaymentPart> parts = loans.parts().values().stream()
                .filter(part -> part.pledge().equals(id))
                .toList();
        long lent = mine.stream().mapToLong(Loans.Loan::amountMinorUnits).sum();
        long amount = mine.isEmpty() ? pledge.promise().amountMinorUnits() : lent;
        long all = parts.stream().mapToLong(RepaymentPart::amountMinorUnits).sum();
        long done = parts.stream()
                .filter(part -> part instanceof RepaymentPart.Done || part instanceof RepaymentPart.ChargedBack)
                .mapToLong(RepaymentPart::amountMinorUnits)
                .sum();
        LoanTerms terms = escrow.terms().loans();
        return new LentJson(
                id,
                escrow.campaign(),
                escrow.status(pledge).name().toLowerCase(Locale.ROOT),
                money(escrow, amount),
                money(escrow, done),
                money(escrow, all - done),
                money(escrow, amount - all),
                terms == null ? null : LoansJson.terms(escrow, terms),
                parts(escrow, lent));
    }

    /** The lender's share of each instalment; the shares of all instalments are the loan, to the minor unit. */
    private static List<Part> parts(Escrow escrow, long lent) {
        List<Loans.Instalment> instalments = escrow.loans().instalments();
        long total = instalments.stream()
                .mapToLong(Loans.Instalment::amountMinorUnits)
                .sum();
        List<Part> parts = new ArrayList<>();
        long before = 0;
        long given = 0;
        for (Loans.Instalment instalment : instalments) {
            if (lent == 0) {
                break;
            }
            before += instalment.amountMinorUnits();
            long until = Math.multiplyExact(before, lent) / total;
            parts.add(new Part(
                    instalment.n(),
                    instalment.due(),
                    money(escrow, until - given),
                    instalment.overdue(),
                    instalment.unpaidMinorUnits() == 0));
            given = until;
        }
        return parts;
    }

    private static MoneyJson money(Escrow escrow, long minorUnits) {
        return MoneyJson.of(escrow.terms().money(minorUnits));
    }
}
