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
            case Event.StrayMoneyReceived e -> receive(e.money().amountMinorUnits(), e.feeMinorUnits(), postings);
            case Event.Refunded e -> {
                add(postings, Account.ESCROW, e.money().amountMinorUnits());
                add(postings, Account.CASH_PSP, -e.money().amountMinorUnits());
            }
            case Event.CampaignFunded e -> {
                add(postings, Account.ESCROW, e.split().collected());
                add(postings, Account.REVENUE_COMMISSION, -e.split().commission());
                add(postings, Account.VAT_COMMISSION, -e.split().vat());
                add(postings, Account.EXPENSE_PSP_FEES, -e.split().fees());
                add(postings, Account.PAYABLE_OWNER, -e.split().net());
            }
            case Event.PaidOut e -> {
                add(postings, Account.PAYABLE_OWNER, e.amountMinorUnits());
                add(postings, Account.CASH_PSP, -e.amountMinorUnits());
            }
            case Event.CampaignOpened ignored -> {}
            case Event.PledgePlaced ignored -> {}
            case Event.PledgeRefused ignored -> {}
            case Event.PaymentAwaited ignored -> {}
            case Event.PledgeDeclined ignored -> {}
            case Event.HoldExpired ignored -> {}
            case Event.PledgeCancelled ignored -> {}
            case Event.CampaignSuspended ignored -> {}
            case Event.CampaignResumed ignored -> {}
            case Event.CampaignClosing ignored -> {}
            case Event.CampaignNotFunded ignored -> {}
            case Event.CampaignCancelled ignored -> {}
            case Event.RefundRefused ignored -> {}
            case Event.RefundRetried ignored -> {}
            case Event.PayoutRefused ignored -> {}
            case Event.PayoutRetried ignored -> {}
            case Event.CampaignSettled ignored -> {}
        }
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
