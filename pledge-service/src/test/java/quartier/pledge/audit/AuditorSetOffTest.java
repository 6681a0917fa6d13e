package quartier.pledge.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.pledge.escrow.Campaigns.DEADLINE;
import static quartier.pledge.escrow.Campaigns.START;
import static quartier.pledge.escrow.Campaigns.change;
import static quartier.pledge.escrow.Campaigns.payment;

import org.junit.jupiter.api.Test;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Event;
import quartier.pledge.escrow.RefundReason;
import quartier.pledge.escrow.RepaymentPart;
import quartier.pledge.escrow.Returned;

/** No debt ends but by what its payer's bank has given back for good, and once. */
class AuditorSetOffTest extends AuditedJournal {

    @Test
    void findsARefundThatIsSetOffWithoutALostDispute() {
        live();
        accept(new Command.DisputeOpened(START, "d1", "p1", payment("p1"), eur(400), eur(0)));
        accept(new Command.CancelPledge(START, "p1"));
        accept(new Command.RefundFailed(START, payment("p1"), 1, "not so much left"));
        plant(new Event.RefundSetOff(START, returned("p1", 500), "d1", 400));
        assertFinds(Check.DISPUTES, "set off against no lost dispute of its payment that the platform bears: d1");
    }

    @Test
    void findsALostDisputeThatIsSetOffTwice() {
        live();
        accept(new Command.DisputeOpened(START, "d1", "p1", payment("p1"), eur(400), eur(0)));
        accept(new Command.CancelPledge(START, "p1"));
        accept(new Command.RefundFailed(START, payment("p1"), 1, "not so much left"));
        accept(new Command.DisputeLost(START, "d1"));
        assertThat(audit().isClean()).isTrue();
        accept(new Command.RefundFailed(START, payment("p1"), 2, "account closed"));
        plant(new Event.RefundSetOff(START, returned("p1", 100), "d1", 100));
        assertFinds(Check.DISPUTES, "set off 100 where it took 0: d1");
    }

    @Test
    void findsADebtThatPaysForWhatTheCampaignKeeps() {
        live();
        accept(change("p1", "c1", 200, null));
        accept(new Command.DisputeOpened(START, "d1", "p1", payment("p1"), eur(150), eur(0)));
        accept(new Command.DisputeLost(START, "d1"));
        accept(new Command.RefundFailed(START, payment("p1") + "~1", 1, "account closed"));
        assertThat(audit().isClean()).isTrue();
        Returned part = new Returned(payment("p1"), "p1", 300, RefundReason.REDUCED, 1);
        plant(new Event.RefundSetOff(START, part, "d1", 150));
        assertFinds(Check.DISPUTES, "set off 150 where it took 150 and the campaign keeps 200: d1");
    }

    @Test
    void findsALendersPartThatIsSetOffAgainstAnothersDispute() {
        lent();
        accept(new Command.ReachDeadline(DEADLINE));
        accept(new Command.DisputeOpened(DEADLINE, "d1", "l2", payment("l2"), eur(5_001), eur(0)));
        accept(new Command.DisputeLost(DEADLINE, "d1"));
        accept(new Command.ReceiveRepayment(DEADLINE, "r1", eur(300), "transfer", null));
        accept(new Command.LenderRepaymentFailed(DEADLINE, "r1", payment("l2"), 1, "not so much left"));
        assertThat(audit().isClean()).isTrue();
        accept(new Command.LenderRepaymentFailed(DEADLINE, "r1", payment("l1"), 1, "account closed"));
        plant(new Event.LenderRepaymentSetOff(
                DEADLINE, new RepaymentPart.Failed("r1", "l1", payment("l1"), 150, 1, "account closed"), "d1", 150));
        assertFinds(Check.DISPUTES, "set off against no lost dispute of its payment that the platform bears: d1");
    }
}
