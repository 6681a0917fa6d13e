package quartier.pledge.escrow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Interest-free loans after the verdict: instalments, repayments shared among the lenders, arrears. */
final class LoanRules {

    private LoanRules() {}

    /** What the verdict makes the owner owe to lenders. */
    static List<Event> following(Escrow escrow, Event verdict) {
        LoanTerms terms = escrow.terms.loans();
        if (!(verdict instanceof Event.CampaignFunded) || terms == null) {
            return List.of();
        }
        List<Loans.Loan> loans = escrow.pledges()
                .filter(Pledge.Confirmed.class::isInstance)
                .filter(pledge -> pledge.promise().isLoan())
                .flatMap(pledge -> pledge.paid().stream()
                        .filter(paid -> paid.amountMinorUnits() > 0)
                        .map(paid ->
                                new Loans.Loan(pledge.promise().pledge(), paid.payment(), paid.amountMinorUnits())))
                .toList();
        long total = loans.stream().mapToLong(Loans.Loan::amountMinorUnits).sum();
        return total == 0
                ? List.of()
                : List.of(new Event.LoansGranted(verdict.at(), loans, Loans.schedule(total, terms, verdict.at())));
    }

    static Decision receive(Escrow escrow, Command.ReceiveRepayment command) {
        Loans loans = escrow.loans;
        long amount = command.amount().minorUnits();
        if (loans.instalments().isEmpty()) {
            return Rules.rejected(new Rejection.NoLoans());
        }
        if (!command.amount().currency().equals(escrow.terms.currency())) {
            return Rules.rejected(new Rejection.WrongCurrency(escrow.terms.currency()));
        }
        Long known = loans.repayments().get(command.repayment());
        if (known != null) {
            return known == amount ? Rules.nothingNew() : Rules.rejected(new Rejection.IdempotencyKeyReused());
        }
        if (amount <= 0) {
            return Rules.rejected(new Rejection.AmountNotPositive());
        }
        if (amount > loans.outstandingMinorUnits()) {
            return Rules.rejected(new Rejection.MoreThanOwed(loans.outstandingMinorUnits()));
        }
        return Rules.accepted(new Event.RepaymentReceived(
                command.at(),
                command.repayment(),
                amount,
                loans.arrearsOf(amount),
                command.reference(),
                loans.share(amount),
                command.receivedOn()));
    }

    static Decision repaid(Escrow escrow, Command.LenderRepaid command) {
        return switch (part(escrow, command.repayment(), command.payment())) {
            case null -> Rules.rejected(new Rejection.UnknownRepayment());
            case RepaymentPart.Done ignored -> Rules.nothingNew();
            case RepaymentPart.ChargedBack ignored -> Rules.rejected(new Rejection.RefundAlreadyDone());
            case RepaymentPart open ->
                Rules.accepted(new Event.LenderRepaid(
                        command.at(),
                        new RepaymentPart.Done(
                                open.repayment(),
                                open.pledge(),
                                open.payment(),
                                open.amountMinorUnits(),
                                command.reference())));
        };
    }

    static Decision failed(Escrow escrow, Command.LenderRepaymentFailed command) {
        return switch (part(escrow, command.repayment(), command.payment())) {
            case null -> Rules.rejected(new Rejection.UnknownRepayment());
            case RepaymentPart.Due due
            when due.attempt() == command.attempt() ->
                Rules.accepted(new Event.LenderRepaymentRefused(
                        command.at(),
                        new RepaymentPart.Failed(
                                due.repayment(),
                                due.pledge(),
                                due.payment(),
                                due.amountMinorUnits(),
                                due.attempt(),
                                command.failure())));
            case RepaymentPart ignored -> Rules.nothingNew();
        };
    }

    static Decision retry(Escrow escrow, Command.RetryLenderRepayment command) {
        return switch (part(escrow, command.repayment(), command.payment())) {
            case null -> Rules.rejected(new Rejection.UnknownRepayment());
            case RepaymentPart.Failed failed ->
                Rules.accepted(new Event.LenderRepaymentRetried(
                        command.at(),
                        new RepaymentPart.Due(
                                failed.repayment(),
                                failed.pledge(),
                                failed.payment(),
                                failed.amountMinorUnits(),
                                failed.attempt() + 1)));
            case RepaymentPart ignored -> Rules.nothingNew();
        };
    }

    static Decision markArrears(Escrow escrow, Command.MarkArrears command) {
        List<Event> events = escrow.loans.becomeOverdue(command.at()).stream()
                .<Event>map(instalment ->
                        new Event.InstalmentOverdue(command.at(), instalment.n(), instalment.unpaidMinorUnits()))
                .toList();
        return Rules.accepted(events);
    }

    private static @Nullable RepaymentPart part(Escrow escrow, String repayment, String payment) {
        return escrow.loans.parts().get(RepaymentPart.idOf(repayment, payment));
    }
}
