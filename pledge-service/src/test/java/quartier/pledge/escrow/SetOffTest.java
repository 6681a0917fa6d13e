package quartier.pledge.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.pledge.escrow.Campaigns.DEADLINE;
import static quartier.pledge.escrow.Campaigns.START;
import static quartier.pledge.escrow.Campaigns.change;
import static quartier.pledge.escrow.Campaigns.payment;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a lost dispute took and the platform bore is set off against what its payer is still owed. */
class SetOffTest {

    private final Scenario campaign = Scenario.opened(Campaigns.lending());

    @Test
    void endsARefundThatTheBankHasMadeForUs() {
        campaign.backed("p1", 500);
        campaign.accept(change("p1", "c1", 200, null));
        dispute("p1", 500);
        failed("pay-p1~1");
        lost("p1");
        assertThat(refund("pay-p1~1")).isInstanceOf(Refund.ChargedBack.class);
        assertThat(campaign.status("p1")).isEqualTo(PledgeStatus.CONFIRMED);
        assertThat(campaign.balance(Account.RECEIVABLE_DISPUTES)).isEqualTo(200);

        campaign.accept(new Command.ReachDeadline(DEADLINE));
        failed(payment("p1"));
        assertThat(campaign.status("p1")).isEqualTo(PledgeStatus.DISPUTED);
        assertAtRest();
        assertThat(campaign.refuse(new Command.RefundSucceeded(DEADLINE, payment("p1"))))
                .isEqualTo(new Rejection.RefundAlreadyDone());
        assertThat(campaign.refuse(new Command.RefundByHand(DEADLINE, payment("p1"), "transfer", "m-odile")))
                .isEqualTo(new Rejection.RefundAlreadyDone());
    }

    @Test
    void owesOnlyTheRestWhenTheBankGaveAPartBack() {
        campaign.backed("p1", 500);
        dispute("p1", 200);
        lost("p1");
        campaign.accept(new Command.ReachDeadline(DEADLINE));
        failed(payment("p1"));
        assertThat(refund("pay-p1~d1").of().amountMinorUnits()).isEqualTo(200);
        assertThat(campaign.escrow().due(DEADLINE, 10))
                .containsExactly(
                        new Due.RefundToMake(new Returned(payment("p1"), "p1", 300, RefundReason.NOT_FUNDED, 0), 2));
        campaign.accept(new Command.RefundSucceeded(DEADLINE, payment("p1")));
        assertAtRest();
    }

    @Test
    void endsWhatHadFailedBeforeTheBankDecided() {
        campaign.backed("p1", 500);
        dispute("p1", 501);
        campaign.accept(new Command.ReachDeadline(DEADLINE));
        failed(payment("p1"));
        assertThat(refund(payment("p1"))).isInstanceOf(Refund.Failed.class);
        lost("p1");
        assertThat(refund(payment("p1"))).isInstanceOf(Refund.ChargedBack.class);
        assertThat(campaign.escrow().isSettled()).isTrue();
        assertThat(campaign.balance(Account.RECEIVABLE_DISPUTES)).isEqualTo(1);
    }

    @Test
    void leavesAWonDisputesRefundToBeMade() {
        campaign.backed("p1", 500);
        dispute("p1", 501);
        campaign.accept(new Command.ReachDeadline(DEADLINE));
        failed(payment("p1"));
        campaign.accept(new Command.DisputeWon(DEADLINE, "d-p1"));
        assertThat(refund(payment("p1"))).isInstanceOf(Refund.Failed.class);
        campaign.accept(new Command.RetryRefund(DEADLINE, payment("p1")));
        campaign.accept(new Command.RefundSucceeded(DEADLINE, payment("p1")));
        assertAtRest();
    }

    @Test
    void waitsForTheAnswerToARefundThatIsUnderWay() {
        campaign.backed("p1", 500);
        dispute("p1", 200);
        campaign.accept(new Command.ReachDeadline(DEADLINE));
        lost("p1");
        assertThat(refund(payment("p1"))).isInstanceOf(Refund.Due.class);
        assertThat(campaign.balance(Account.RECEIVABLE_DISPUTES)).isEqualTo(200);
    }

    /** The provider has it still: what was contested is what the campaign keeps. */
    @Test
    void takesFirstWhatTheCampaignKeeps() {
        campaign.backed("p1", 6_000).backed("p2", 5_000);
        campaign.accept(change("p1", "c1", 5_000, null));
        failed("pay-p1~1");
        campaign.accept(new Command.ReachDeadline(DEADLINE));
        dispute("p1", 5_000);
        lost("p1");
        assertThat(refund("pay-p1~1")).isInstanceOf(Refund.Failed.class);
        assertThat(campaign.balance(Account.RECEIVABLE_DISPUTES)).isEqualTo(5_000);
        campaign.accept(new Command.RetryRefund(DEADLINE, "pay-p1~1"));
        campaign.accept(new Command.RefundSucceeded(DEADLINE, "pay-p1~1"));
    }

    @Test
    void endsTheRestOnceTheCampaignKeepsNothingAnyMore() {
        campaign.backed("p1", 1_000);
        campaign.accept(change("p1", "c1", 700, null));
        failed("pay-p1~1");
        dispute("p1", 300);
        lost("p1");
        assertThat(refund("pay-p1~1")).isInstanceOf(Refund.Failed.class);
        campaign.accept(new Command.CancelPledge(START, "p1"));
        campaign.accept(new Command.RefundSucceeded(START, payment("p1")));
        assertThat(refund("pay-p1~1")).isInstanceOf(Refund.ChargedBack.class);
        campaign.accept(new Command.ReachDeadline(DEADLINE));
        assertAtRest();
    }

    @Test
    void endsALendersPartsAsFarAsTheBankHasRepaidThem() {
        lent();
        dispute("l1", 700);
        lost("l1");
        repaid("r1", 1_000); // 571 of it the first lender's
        partFailed("r1", 1);
        assertThat(part("r1")).isInstanceOf(RepaymentPart.ChargedBack.class);
        assertThat(campaign.refuse(new Command.LenderRepaid(DEADLINE, "r1", payment("l1"), "tr")))
                .isEqualTo(new Rejection.RefundAlreadyDone());
        assertThat(campaign.accept(new Command.RetryLenderRepayment(DEADLINE, "r1", payment("l1"))))
                .isEmpty();

        repaid("r2", 1_000);
        long part = part("r2").amountMinorUnits();
        partFailed("r2", 1);
        assertThat(part("r2")).isEqualTo(new RepaymentPart.Due("r2", "l1", payment("l1"), part - (700 - 571), 2));
        campaign.accept(new Command.LenderRepaid(DEADLINE, "r2", payment("l1"), "tr"));
        assertThat(campaign.balance(Account.RECEIVABLE_DISPUTES)).isZero();
        assertThat(-campaign.balance(Account.PAYABLE_LENDERS))
                .isEqualTo(campaign.escrow().loans().outstandingMinorUnits() + 429 + (1_000 - part));
    }

    private void lent() {
        for (String lender : List.of("l1", "l2")) {
            Command.PlacePledge gift = Campaigns.place(lender, lender.equals("l1") ? 4_000 : 3_000);
            campaign.accept(new Command.PlacePledge(
                    gift.at(),
                    gift.pledge(),
                    gift.backer(),
                    null,
                    BackerKind.PERSON,
                    gift.amount(),
                    null,
                    gift.visibility(),
                    gift.fingerprint(),
                    gift.payment(),
                    gift.hold(),
                    true,
                    false,
                    List.of()));
            campaign.accept(Campaigns.confirm(lender, gift.amount().minorUnits()));
        }
        campaign.backed("p1", 3_000);
        campaign.accept(new Command.ReachDeadline(DEADLINE));
    }

    private void repaid(String repayment, long cents) {
        campaign.accept(new Command.ReceiveRepayment(DEADLINE, repayment, new Money(cents, "EUR"), "transfer", null));
    }

    private void partFailed(String repayment, int attempt) {
        campaign.accept(
                new Command.LenderRepaymentFailed(DEADLINE, repayment, payment("l1"), attempt, "not so much left"));
    }

    private RepaymentPart part(String repayment) {
        return campaign.escrow().loans().parts().values().stream()
                .filter(part -> part.id().equals(RepaymentPart.idOf(repayment, payment("l1"))))
                .findFirst()
                .orElseThrow();
    }

    private void dispute(String pledge, long cents) {
        campaign.accept(new Command.DisputeOpened(
                START, "d-" + pledge, pledge, payment(pledge), new Money(cents, "EUR"), new Money(15, "EUR")));
    }

    private void lost(String pledge) {
        campaign.accept(new Command.DisputeLost(DEADLINE, "d-" + pledge));
    }

    private void failed(String refund) {
        campaign.accept(new Command.RefundFailed(DEADLINE, refund, 1, "not so much left"));
    }

    private Refund refund(String id) {
        return campaign.escrow().refund(id).orElseThrow();
    }

    private void assertAtRest() {
        assertThat(campaign.escrow().isSettled()).isTrue();
        assertThat(campaign.escrow().totals().owed()).isZero();
        assertThat(campaign.balance(Account.ESCROW)).isZero();
        assertThat(campaign.balance(Account.RECEIVABLE_DISPUTES)).isZero();
        assertThat(campaign.balance(Account.CASH_PSP)).isEqualTo(-15);
    }
}
