package quartier.pledge.escrow.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.LoanTerms;
import quartier.pledge.escrow.Loans;
import quartier.pledge.escrow.RepaymentPart;

/**
 * What a campaign's owner owes to its lenders.
 *
 * @param lent to be repaid in all; nothing before the verdict
 * @param arrears what of {@code outstanding} should have been paid
 * @param failedParts lenders' parts of repayments that the provider refused to send
 */
record LoansJson(
        String campaign,
        TermsJson terms,
        MoneyJson lent,
        MoneyJson outstanding,
        MoneyJson arrears,
        List<InstalmentJson> instalments,
        List<FailedPart> failedParts) {

    /** @param perLender the most that one lender may lend to this project */
    record TermsJson(MoneyJson perLender, int graceMonths, int instalments) {}

    record InstalmentJson(int n, Instant due, MoneyJson amount, MoneyJson paid, boolean overdue) {}

    record FailedPart(String repayment, String payment, String pledge, MoneyJson amount, String failure) {}

    private static final int SHOWN = 100;

    /** Null where the campaign takes no loans. */
    static @Nullable LoansJson of(Escrow escrow) {
        LoanTerms terms = escrow.terms().loans();
        if (terms == null) {
            return null;
        }
        Loans loans = escrow.loans();
        return new LoansJson(
                escrow.campaign(),
                terms(escrow, terms),
                money(
                        escrow,
                        loans.lent().values().stream()
                                .mapToLong(Loans.Loan::amountMinorUnits)
                                .sum()),
                money(escrow, loans.outstandingMinorUnits()),
                money(escrow, loans.arrearsMinorUnits()),
                loans.instalments().stream()
                        .map(instalment -> new InstalmentJson(
                                instalment.n(),
                                instalment.due(),
                                money(escrow, instalment.amountMinorUnits()),
                                money(escrow, instalment.paidMinorUnits()),
                                instalment.overdue()))
                        .toList(),
                failed(loans)
                        .map(part -> new FailedPart(
                                part.repayment(),
                                part.payment(),
                                part.pledge(),
                                money(escrow, part.amountMinorUnits()),
                                part.failure()))
                        .toList());
    }

    static TermsJson terms(Escrow escrow, LoanTerms terms) {
        return new TermsJson(money(escrow, terms.perLenderMinorUnits()), terms.graceMonths(), terms.instalments());
    }

    private static Stream<RepaymentPart.Failed> failed(Loans loans) {
        return loans.pending().values().stream()
                .filter(RepaymentPart.Failed.class::isInstance)
                .map(RepaymentPart.Failed.class::cast)
                .limit(SHOWN);
    }

    private static MoneyJson money(Escrow escrow, long minorUnits) {
        return MoneyJson.of(escrow.terms().money(minorUnits));
    }
}
