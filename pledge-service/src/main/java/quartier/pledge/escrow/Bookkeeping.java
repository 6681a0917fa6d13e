package quartier.pledge.escrow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Transaction.Posting;

/** Where money moves, and how the ledger says so. */
public final class Bookkeeping {

    private Bookkeeping() {}

    /** The one transaction of a decision's events; null when no money moves. */
    public static @Nullable Transaction transactionOf(List<Event> events) {
        List<Posting> postings = new ArrayList<>();
        for (Event event : events) {
            post(event, postings);
        }
        return postings.isEmpty() ? null : Transaction.balanced(postings);
    }

    private static void post(Event event, List<Posting> postings) {
        switch (event) {
            case Event.PledgeConfirmed e -> receive(e.amountMinorUnits(), e.feeMinorUnits(), postings);
            case Event.PledgeIncreased e -> receive(e.amountMinorUnits(), e.feeMinorUnits(), postings);
            case Event.StrayMoneyReceived e -> receive(e.money().amountMinorUnits(), e.feeMinorUnits(), postings);
            case Event.OfflineConfirmed e -> move(e.amountMinorUnits(), Account.CASH_BANK, Account.ESCROW, postings);
            case Event.Refunded e -> move(e.money().amountMinorUnits(), Account.ESCROW, Account.CASH_PSP, postings);
            case Event.RefundedByHand e ->
                move(e.money().amountMinorUnits(), Account.ESCROW, Account.CASH_BANK, postings);
            case Event.RefundSetOff e ->
                move(e.amountMinorUnits(), Account.ESCROW, Account.RECEIVABLE_DISPUTES, postings);
            case Event.CampaignFunded e -> {
                add(postings, Account.ESCROW, e.split().collected());
                add(postings, Account.REVENUE_COMMISSION, -e.split().commission());
                add(postings, Account.VAT_COMMISSION, -e.split().vat());
                add(postings, Account.EXPENSE_PSP_FEES, -e.split().fees());
                add(postings, Account.PAYABLE_OWNER, -e.split().net());
            }
            case Event.PaidOut e -> move(e.amountMinorUnits(), Account.PAYABLE_OWNER, Account.CASH_PSP, postings);
            case Event.PayoutCameBack e ->
                move(e.amountMinorUnits(), Account.CASH_PSP, Account.PAYABLE_OWNER, postings);
            case Event.CashHandedOver e ->
                move(e.amountMinorUnits(), Account.PAYABLE_OWNER, Account.CASH_BANK, postings);
            case Event.MoneyDisputed(var ignored, Dispute dispute) -> {
                move(dispute.amountMinorUnits(), bearer(dispute), Account.CASH_PSP, postings);
                move(dispute.feeMinorUnits(), Account.EXPENSE_PSP_FEES, Account.CASH_PSP, postings);
            }
            case Event.DisputeResolved(var ignored, Dispute dispute, var counts)
            when dispute.state() == Dispute.State.WON ->
                move(dispute.amountMinorUnits(), Account.CASH_PSP, bearer(dispute), postings);
            case Event.DisputeResolved ignored -> {}
            case Event.AllowanceGranted e -> {
                add(postings, Account.CASH_PSP, e.added());
                addMatch(postings, -e.added(), e.fund());
            }
            case Event.AllowanceReleased e -> {
                addMatch(postings, e.amountMinorUnits(), e.fund());
                add(postings, Account.CASH_PSP, -e.amountMinorUnits());
            }
            case Event.Matched e -> {
                addMatch(postings, e.amountMinorUnits(), e.fund());
                add(postings, Account.ESCROW, -e.amountMinorUnits());
            }
            case Event.MatchReturned e -> {
                add(postings, Account.ESCROW, e.amountMinorUnits());
                addMatch(postings, -e.amountMinorUnits(), e.fund());
            }
            case Event.LoansGranted e ->
                move(
                        e.loans().stream()
                                .mapToLong(Loans.Loan::amountMinorUnits)
                                .sum(),
                        Account.LOANS,
                        Account.PAYABLE_LENDERS,
                        postings);
            case Event.InstalmentOverdue e ->
                move(e.unpaidMinorUnits(), Account.LOANS_ARREARS, Account.LOANS, postings);
            case Event.RepaymentReceived e -> {
                add(postings, Account.CASH_PSP, e.amountMinorUnits());
                add(postings, Account.LOANS_ARREARS, -e.ofArrears());
                add(postings, Account.LOANS, -(e.amountMinorUnits() - e.ofArrears()));
            }
            case Event.LenderRepaid e ->
                move(e.part().amountMinorUnits(), Account.PAYABLE_LENDERS, Account.CASH_PSP, postings);
            case Event.LenderRepaymentSetOff e ->
                move(e.amountMinorUnits(), Account.PAYABLE_LENDERS, Account.RECEIVABLE_DISPUTES, postings);
            case Event.CampaignOpened ignored -> {}
            case Event.PledgePlaced ignored -> {}
            case Event.PledgeRefused ignored -> {}
            case Event.PaymentAwaited ignored -> {}
            case Event.PledgeDeclined ignored -> {}
            case Event.HoldExpired ignored -> {}
            case Event.PledgeCancelled ignored -> {}
            case Event.IncreaseHeld ignored -> {}
            case Event.IncreaseEnded ignored -> {}
            case Event.PledgeChanged ignored -> {}
            case Event.PledgeFlagged ignored -> {}
            case Event.PledgeCleared ignored -> {}
            case Event.PledgeTurnedAway ignored -> {}
            case Event.CampaignSuspended ignored -> {}
            case Event.CampaignResumed ignored -> {}
            case Event.TierClosed ignored -> {}
            case Event.CampaignClosing ignored -> {}
            case Event.CampaignNotFunded ignored -> {}
            case Event.CampaignCancelled ignored -> {}
            case Event.RefundRefused ignored -> {}
            case Event.RefundRetried ignored -> {}
            case Event.PayoutRefused ignored -> {}
            case Event.PayoutRetried ignored -> {}
            case Event.AllowanceClosed ignored -> {}
            case Event.LenderRepaymentRefused ignored -> {}
            case Event.LenderRepaymentRetried ignored -> {}
            case Event.CampaignSettled ignored -> {}
        }
    }

    private static Account bearer(Dispute dispute) {
        return dispute.fromEscrow() ? Account.ESCROW : Account.RECEIVABLE_DISPUTES;
    }

    private static void move(long minorUnits, Account debit, Account credit, List<Posting> postings) {
        add(postings, debit, minorUnits);
        add(postings, credit, -minorUnits);
    }

    private static void addMatch(List<Posting> postings, long minorUnits, String fund) {
        postings.add(new Posting(Account.MATCH, minorUnits, fund));
    }

    private static void receive(long amount, long fee, List<Posting> postings) {
        add(postings, Account.CASH_PSP, amount - fee);
        add(postings, Account.EXPENSE_PSP_FEES, fee);
        add(postings, Account.ESCROW, -amount);
    }

    private static void add(List<Posting> postings, Account account, long minorUnits) {
        if (minorUnits != 0) {
            postings.add(new Posting(account, minorUnits));
        }
    }
}
