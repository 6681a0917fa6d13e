package quartier.pledge.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.pledge.escrow.Campaigns.START;
import static quartier.pledge.escrow.Campaigns.payment;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is still to be done of a settlement, and what somebody has to look at. */
class SettlementWorkTest {

    @Test
    void handsOutRefundsWithoutLookingAtThoseThatFailed() {
        Scenario campaign = cancelledWith(2_000);
        for (int i = 0; i < 1_500; i++) {
            campaign.accept(new Command.RefundFailed(START, payment("p" + i), 1, "refused"));
        }
        List<Due> next = campaign.escrow().due(START).limit(512).toList();

        assertThat(next).hasSize(500).allMatch(Due.RefundToMake.class::isInstance);
        assertThat(campaign.escrow().failedRefunds()).hasSize(1_500);
        assertThat(campaign.escrow().nextWork()).isPresent();
    }

    @Test
    void comesToAnEndInSteps() {
        Scenario campaign = cancelledWith(1_200);
        Set<String> made = new HashSet<>();
        while (!campaign.escrow().isSettled()) {
            campaign.escrow().due(START).limit(512).toList().forEach(due -> {
                String refund = ((Due.RefundToMake) due).money().id();
                assertThat(made.add(refund)).isTrue();
                campaign.accept(new Command.RefundSucceeded(START, refund));
            });
        }
        assertThat(made).hasSize(1_200);
        assertThat(campaign.escrow().nextWork()).isEmpty();
    }

    @Test
    void givesCashBackByHandOnlyAndNeverThroughTheProvider() {
        Scenario campaign = Scenario.opened();
        campaign.accept(new Command.EnterOfflinePledge(
                START,
                "cash",
                new Money(2_000, "EUR"),
                null,
                false,
                Visibility.ANONYMOUS,
                "f",
                "m-agent",
                Duration.ofDays(3)));
        campaign.accept(new Command.ConfirmOfflinePledge(START, "cash", "m-other"));
        campaign.accept(new Command.CancelCampaign(START, "gone"));

        assertThat(campaign.escrow().due(START)).isEmpty();
        assertThat(Concern.of(campaign.escrow())).contains(Concern.CASH_REFUNDS, Concern.SETTLING);
        String refund =
                campaign.escrow().cashRefunds().findFirst().orElseThrow().of().id();
        campaign.accept(new Command.RefundByHand(START, refund, "receipt 12", "m-op"));
        assertThat(campaign.escrow().cashRefunds()).isEmpty();
        assertThat(campaign.escrow().isSettled()).isTrue();
    }

    @Test
    void refusesARefundByHandWhileTheProviderIsAsked() {
        Scenario campaign = cancelledWith(1);

        assertThat(campaign.refuse(new Command.RefundByHand(START, payment("p0"), "T1", "m-op")))
                .isEqualTo(new Rejection.RefundStillDue());
        campaign.accept(new Command.RefundFailed(START, payment("p0"), 1, "refused"));
        assertThat(Concern.of(campaign.escrow())).contains(Concern.FAILED_REFUNDS);
        campaign.accept(new Command.RefundByHand(START, payment("p0"), "T1", "m-op"));
        assertThat(campaign.accept(new Command.RefundByHand(START, payment("p0"), "T1", "m-op")))
                .isEmpty();
        assertThat(campaign.refuse(new Command.RefundByHand(START, payment("p0"), "T2", "m-op")))
                .isEqualTo(new Rejection.RefundAlreadyDone());
        assertThat(Concern.of(campaign.escrow())).isEmpty();
    }

    /** So many backers, all of whom get their money back. */
    private static Scenario cancelledWith(int backers) {
        Scenario campaign = Scenario.opened(Campaigns.terms(10_000_000, 15_000_000));
        for (int i = 0; i < backers; i++) {
            campaign.backed("p" + i, 1_000);
        }
        campaign.accept(new Command.CancelCampaign(START, "gone"));
        return campaign;
    }
}
