package quartier.pledge.audit;

import static quartier.pledge.escrow.Campaigns.DEADLINE;
import static quartier.pledge.escrow.Campaigns.START;
import static quartier.pledge.escrow.Campaigns.confirm;
import static quartier.pledge.escrow.Campaigns.payment;
import static quartier.pledge.escrow.Campaigns.place;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import quartier.pledge.escrow.Account;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Dispute;
import quartier.pledge.escrow.Entry;
import quartier.pledge.escrow.Event;
import quartier.pledge.escrow.Loans;
import quartier.pledge.escrow.Promise;
import quartier.pledge.escrow.RefundReason;
import quartier.pledge.escrow.Rejection;
import quartier.pledge.escrow.Returned;
import quartier.pledge.escrow.Split;
import quartier.pledge.escrow.Transaction;
import quartier.pledge.escrow.Transaction.Posting;

/**
 * Each mistake about money is found by the check that is meant to. One list, as long as the ways are to get it wrong: it
 * is read by looking for the one that is missing.
 */
class AuditorMoneyTest extends AuditedJournal {

    @Test
    void findsAnUnbalancedTransaction() {
        live();
        journal.plant(
                CAMPAIGN,
                new Entry(
                        null,
                        List.of(new Event.Refunded(START, returned("p1", 500))),
                        new Transaction(List.of(
                                new Posting(Account.ESCROW, 500, null), new Posting(Account.CASH_PSP, -499, null)))));
        assertFinds(Check.BALANCE, "misses 1");
        assertFinds(Check.BALANCE, "the trial balance is 1");
    }

    @Test
    void findsMoneyThatMovedWithoutATransaction() {
        live();
        journal.plant(CAMPAIGN, new Entry(null, List.of(new Event.Refunded(START, returned("p1", 500))), null));
        assertFinds(Check.BALANCE, "does not say what its events say");
        assertFinds(Check.ESCROW, "the account escrow says -1000, its events make -500");
    }

    @Test
    void findsAnAmountThatIsNotPositive() {
        live();
        plant(new Event.PledgePlaced(START, promise("p9", -5, null), DEADLINE));
        assertFinds(Check.AMOUNTS, "not positive: -5");
    }

    @Test
    void findsAHoldThatEndsTwice() {
        live();
        plant(new Event.HoldExpired(START, "p1"));
        assertFinds(Check.HOLDS, "a hold ends that there is not");
    }

    @Test
    void findsARefundThatIsMadeTwice() {
        live();
        accept(new Command.CancelPledge(START, "p1"));
        accept(new Command.RefundSucceeded(START, payment("p1")));
        plant(new Event.Refunded(START, returned("p1", 500)));
        assertFinds(Check.REFUNDS, "refunded twice: pay-p1");
    }

    @Test
    void findsARefundOfMoreThanCameIn() {
        live();
        accept(new Command.CancelPledge(START, "p1"));
        plant(new Event.Refunded(START, returned("p1", 501)));
        assertFinds(Check.REFUNDS, "a refund of 501 where 500 are left: pay-p1");
    }

    @Test
    void findsARefundOfAPledgeThatStillCounts() {
        live();
        plant(new Event.Refunded(START, returned("p1", 500)));
        assertFinds(Check.REFUNDS, "a refund of what still counts: pay-p1");
    }

    @Test
    void findsAPayoutWithoutSuccess() {
        live();
        plant(new Event.PaidOut(START, 500, "po-1", "main", 1));
        assertFinds(Check.ALL_OR_NOTHING, "paid out without success");
    }

    @Test
    void findsAPayoutThatIsMadeTwice() {
        funded();
        accept(new Command.PayoutSucceeded(DEADLINE, "main", 1, "po-1"));
        plant(new Event.PaidOut(DEADLINE, 10_208, "po-2", "main", 1));
        assertFinds(Check.SPLIT, "paid out twice: main");
    }

    @Test
    void findsASettlementThatSkippedARefund() {
        live();
        accept(new Command.ReachDeadline(DEADLINE));
        plant(new Event.CampaignSettled(DEADLINE, 0));
        assertFinds(Check.ALL_OR_NOTHING, "settled while 1000 were not given back");
        assertFinds(Check.REFUNDS, "settled and not given back: pay-p1");
    }

    @Test
    void findsAVerdictTooEarlyTwiceOrWithAPaymentUnknown() {
        live();
        accept(place("p9", 500));
        plant(new Event.CampaignNotFunded(START, 2, 1_000));
        assertFinds(Check.VERDICT, "a verdict before the deadline");
        assertFinds(Check.VERDICT, "a verdict on a campaign that was not closing");
        assertFinds(Check.VERDICT, "a verdict while 1 payments were unknown");
        plant(new Event.CampaignNotFunded(DEADLINE, 2, 1_000));
        assertFinds(Check.VERDICT, "more than one verdict");
    }

    @Test
    void findsAVerdictWithAReviewOpen() {
        live();
        plant(new Event.PledgeFlagged(START, "p1", List.of("velocity")));
        plant(new Event.CampaignClosing(DEADLINE), new Event.CampaignNotFunded(DEADLINE, 2, 1_000));
        assertFinds(Check.VERDICT, "a verdict while 1 pledges were under review");
    }

    @Test
    void findsAPledgeThatCountsAfterTheVerdict() {
        funded();
        plant(
                new Event.PledgePlaced(DEADLINE, promise("p9", 500, null), DEADLINE),
                new Event.PledgeConfirmed(DEADLINE, "p9", 500, 0, null));
        assertFinds(Check.VERDICT, "counts after the verdict: p9");
        assertFinds(Check.HOLDS, "placed after the deadline: p9");
    }

    @Test
    void findsPledgesOverTheCapAndBeyondTheStock() {
        live();
        plant(new Event.PledgePlaced(START, promise("p9", 14_500, null), DEADLINE));
        assertFinds(Check.LIMITS, "over the cap with p9: 15500");
        for (int i = 0; i < 4; i++) {
            plant(new Event.PledgePlaced(START, promise("basket" + i, 1, "basket"), DEADLINE));
        }
        assertFinds(Check.LIMITS, "tier basket sold beyond its stock: 4");
    }

    @Test
    void findsWhatWasTakenOfAClosedTier() {
        live();
        accept(new Command.CloseTier(START, "basket"));
        plant(new Event.PledgePlaced(START, promise("p9", 2_500, "basket"), DEADLINE));
        assertFinds(Check.LIMITS, "tier basket taken after it was closed: p9");
        plant(new Event.TierClosed(START, "basket"));
        assertFinds(Check.LIMITS, "closed twice, or no tier: basket");
    }

    @Test
    void findsASuccessBelowTheGoalAndACentThatWentTheWrongWay() {
        live();
        plant(
                new Event.CampaignClosing(DEADLINE),
                new Event.CampaignFunded(DEADLINE, 2, new Split(1_000, 60, 11, 0, 929), 0, null, 0));
        assertFinds(Check.ALL_OR_NOTHING, "funded with 1000 of 10000");
        assertFinds(Check.SPLIT, "the split should be Split[collected=1000, commission=60, vat=12");
    }

    @Test
    void findsAReserveThatWasNotKept() {
        live();
        accept(place("p3", 10_000));
        accept(new Command.PaymentConfirmed(
                START, "p3", payment("p3"), eur(10_000), eur(0), DEADLINE.plus(Duration.ofDays(20))));
        plant(
                new Event.CampaignClosing(DEADLINE),
                new Event.CampaignFunded(DEADLINE, 3, Split.of(11_000, 600, 2_000, 0), 0, null, 0));
        assertFinds(Check.SPLIT, "the reserve is 0, should be 10000");
    }

    @Test
    void findsCashThatOnePersonEnteredAndConfirmed() {
        live();
        accept(cash("c1", 1_000));
        plant(new Event.OfflineConfirmed(START, "c1", 1_000, "m-agent"));
        assertFinds(Check.HOLDS, "cash that one person entered and confirmed: c1");
    }

    @Test
    void findsCashThatTheVerdictForgot() {
        live();
        accept(cash("c1", 9_000));
        accept(new Command.ConfirmOfflinePledge(START, "c1", "m-other"));
        plant(
                new Event.CampaignClosing(DEADLINE),
                new Event.CampaignFunded(DEADLINE, 3, Split.of(10_000, 600, 2_000, 0), 0, null, 0));
        assertFinds(Check.SPLIT, "the owner's cash is 0, should be 9000");
    }

    @Test
    void findsStrayMoneyThatWasKept() {
        live();
        accept(confirm(START, "p1", "pay-twice", 500, 0));
        accept(new Command.CancelCampaign(START, "moved away"));
        accept(new Command.RefundSucceeded(START, payment("p1")));
        accept(new Command.RefundSucceeded(START, payment("p2")));
        plant(new Event.CampaignSettled(START, 2));
        assertFinds(Check.STRAYS, "settled and not given back: pay-twice");
    }

    @Test
    void findsMoneyThatIsBookedTwice() {
        live();
        plant(new Event.StrayMoneyReceived(START, returned("p1", 500), 0));
        assertFinds(Check.REFUNDS, "booked twice: pay-p1");
    }

    @Test
    void findsADisputeThatTheEscrowBearsAfterThePayout() {
        funded();
        plant(new Event.MoneyDisputed(DEADLINE, dispute("d1", "p1", payment("p1"), true)));
        assertFinds(Check.DISPUTES, "borne by the escrow, which has not (any more) what it takes: d1");
        assertFinds(Check.ESCROW, "the escrow is -500");
    }

    @Test
    void findsADisputeOfAnotherCampaignsPayment() {
        live();
        plant(new Event.MoneyDisputed(START, dispute("d1", "elsewhere", "pay-elsewhere", false)));
        assertFinds(Check.DISPUTES, "of a payment that this campaign never had: pay-elsewhere");
    }

    @Test
    void findsADisputeThatIsWonTwice() {
        live();
        accept(new Command.DisputeOpened(START, "d1", "p1", payment("p1"), eur(500), eur(0)));
        accept(new Command.DisputeWon(START, "d1"));
        Dispute won = new Dispute("d1", "p1", payment("p1"), 500, 0, true, Dispute.State.WON, START, 0);
        plant(new Event.DisputeResolved(START, won, false));
        assertFinds(Check.DISPUTES, "resolved, and not open like this: d1");
    }

    @Test
    void findsAPledgeThatADisputeTookOutOfItsReview() {
        live();
        plant(new Event.PledgeFlagged(START, "p1", List.of("velocity")));
        plant(new Event.MoneyDisputed(START, dispute("d1", "p1", payment("p1"), true)));
        Dispute won = new Dispute("d1", "p1", payment("p1"), 500, 0, true, Dispute.State.WON, START, 0);
        plant(new Event.DisputeResolved(START, won, true));
        assertFinds(Check.VERDICT, "counts again without its review: p1");
    }

    @Test
    void findsAMatchBeyondItsAllowance() {
        live();
        accept(grant(300));
        accept(place("p3", 400));
        accept(confirm("p3", 400));
        plant(new Event.Matched(START, "a1", "fund", "p3", 101));
        assertFinds(Check.ALLOWANCES, "allowance a1 matches 301 of 300");
        assertFinds(Check.ALLOWANCES, "allowance a1 puts 301 beside pledge p3, not 200");
    }

    @Test
    void findsAMatchThatDoesNotGoBackWithItsPledge() {
        live();
        accept(grant(300));
        accept(place("p3", 400));
        accept(confirm("p3", 400));
        plant(new Event.PledgeCancelled(START, "p3"));
        assertFinds(Check.ALLOWANCES, "allowance a1 puts 200 beside pledge p3, not 0");
    }

    @Test
    void findsAMatchThatStaysWhenTheCampaignFails() {
        live();
        accept(grant(300));
        accept(place("p3", 400));
        accept(confirm("p3", 400));
        plant(new Event.CampaignClosing(DEADLINE), new Event.CampaignNotFunded(DEADLINE, 3, 1_600));
        assertFinds(Check.ALLOWANCES, "200 stay beside the pledges of a campaign that failed");
    }

    @Test
    void findsAnAllowanceThatWasNeverGranted() {
        live();
        plant(new Event.Matched(START, "a9", "fund", "p1", 10));
        assertFinds(Check.ALLOWANCES, "allowance a9 was never granted");
    }

    @Test
    void findsTwoEffectsOfOneRequest() {
        live();
        plant(new Event.PledgePlaced(START, promise("p1", 500, null), DEADLINE));
        assertFinds(Check.IDENTITY, "placed twice: p1");
        plant(new Event.PledgeRefused(START, "p8", "m-remi", "one", new Rejection.AmountNotPositive()));
        plant(new Event.PledgePlaced(START, promise("p8", 500, null), DEADLINE));
        assertFinds(Check.IDENTITY, "placed although it was refused: p8");
    }

    @Test
    void findsAChangeThatMakesItAnotherPledge() {
        live();
        plant(new Event.PledgeChanged(START, "c1", "print", promise("p1", 500, null), List.of()));
        assertFinds(Check.IDENTITY, "becomes another pledge: p1");
    }

    @Test
    void findsAReductionThatGivesBackTooLittle() {
        live();
        Promise smaller = smaller("p1", 200);
        plant(new Event.PledgeChanged(
                START,
                "c1",
                "print",
                smaller,
                List.of(new Returned(payment("p1"), "p1", 299, RefundReason.REDUCED, 1))));
        assertFinds(Check.REFUNDS, "299 go back of a pledge that is 300 smaller: p1");
    }

    @Test
    void findsALoanThatNobodyOwesAfterTheVerdict() {
        lent();
        plant(
                new Event.CampaignClosing(DEADLINE),
                new Event.CampaignFunded(DEADLINE, 2, Split.of(10_001, 600, 2_000, 0), 0, null, 0));
        assertFinds(Check.LOANS, "lent were 10001, 0 are owed");
    }

    @Test
    void findsALendersShareThatIsLost() {
        lent();
        accept(new Command.ReachDeadline(DEADLINE));
        plant(new Event.RepaymentReceived(
                DEADLINE, "r1", 300, 0, "transfer", List.of(new Loans.Share("l1", payment("l1"), 149)), null));
        assertFinds(Check.LOANS, "a repayment of 300 is shared as 149: r1");
    }

    @Test
    void findsALenderThatIsRepaidTwice() {
        lent();
        accept(new Command.ReachDeadline(DEADLINE));
        accept(new Command.ReceiveRepayment(DEADLINE, "r1", eur(300), "transfer", null));
        accept(new Command.LenderRepaid(DEADLINE, "r1", payment("l1"), "tr-1"));
        plant(journal.events(CAMPAIGN).getLast());
        assertFinds(Check.LOANS, "where null are due: r1/pay-l1");
    }
}
