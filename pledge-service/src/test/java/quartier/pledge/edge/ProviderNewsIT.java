package quartier.pledge.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static quartier.pledge.edge.Scene.pledge;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import quartier.testing.Answer;
import quartier.testing.TestClock;

/** What the provider tells on its own, when not one of its webhooks arrives: all is caught up with. */
@PledgeIT
@TestPropertySource(properties = {"quartier.payment.sandbox.webhooks=false", "quartier.checkout.catch-up-every=200ms"})
class ProviderNewsIT {

    private final Scene scene;
    private final TestClock clock;

    ProviderNewsIT(Scene scene, TestClock clock) {
        this.scene = scene;
        this.clock = clock;
    }

    @Test
    void hearsOfADisputeBeforeTheVerdictAndOfItsEnd() {
        String campaign = scene.campaign();
        Answer disputed = scene.pledges("remi", pledge(campaign, 2500, Scene.DISPUTED_AND_WON));
        scene.pledges("clement", pledge(campaign, 3000));

        clock.advance(Duration.ofDays(3).plusMinutes(1));

        scene.awaitState("remi", disputed, "disputed");
        assertThat(scene.campaignOf(campaign).json().at("/collected/amount").asLong())
                .isEqualTo(3000);

        clock.advance(Duration.ofDays(3).plusMinutes(1));

        scene.awaitState("remi", disputed, "confirmed");
        assertThat(scene.campaignOf(campaign).json().at("/collected/amount").asLong())
                .isEqualTo(5500);
    }

    @Test
    void hearsThatAPayoutCameBackAndMakesItWhenTheOperatorRetries() {
        String owner = "owner-" + UUID.randomUUID();
        scene.verifiedPayee(owner, "returns");
        String campaign = scene.campaign(10_000, 15_000, owner);
        scene.pledges("remi", pledge(campaign, 10_000));
        scene.passDeadline();
        awaitPayout(campaign, "done");

        clock.advance(Duration.ofDays(2).plusMinutes(1));

        awaitPayout(campaign, "came_back");
        assertThat(scene.statementOf(campaign)
                        .json()
                        .at("/balances/payable:owner")
                        .asLong())
                .isNegative();

        scene.retriesPayout(campaign);

        awaitPayout(campaign, "done");
        assertThat(scene.statementOf(campaign)
                        .json()
                        .at("/balances/payable:owner")
                        .asLong())
                .isZero();
    }

    @Test
    void hearsThatADebitWasCapturedDaysLaterAndKeepsItInReserve() {
        String owner = "owner-" + UUID.randomUUID();
        scene.verifiedPayee(owner);
        String campaign = scene.campaign(10_000, 15_000, owner);
        Answer debit = scene.pledges("remi", pledge(campaign, 4000, Scene.SEPA_DEBIT));
        scene.pledges("clement", pledge(campaign, 6000));
        assertThat(debit.at("/state")).isIn("payment_unknown", "pending");

        clock.advance(Duration.ofDays(5).plusMinutes(1));

        scene.awaitState("remi", debit, "confirmed");
        clock.advance(Scene.LASTS.minusDays(5));
        awaitPayout(campaign, "done");
        var payouts = scene.statementOf(campaign).json().path("payouts");
        assertThat(payouts.size()).isEqualTo(2);
        assertThat(payouts.at("/1/id").asString()).isEqualTo("reserve");
        assertThat(payouts.at("/1/state").asString()).isEqualTo("due");
    }

    private void awaitPayout(String campaign, String state) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var statement = scene.statementOf(campaign).json();
            assertThat(statement.at("/payouts/0/state").asString(""))
                    .as(statement.toString())
                    .isEqualTo(state);
        });
    }
}
