package quartier.pledge.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static quartier.pledge.edge.Scene.bankPage;
import static quartier.pledge.edge.Scene.pledge;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import quartier.testing.Answer;
import quartier.testing.TestClock;
import quartier.testing.TestEvents;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;

/** From the deadline to the last cent, also when interrupted. The bank's own books are the witness. */
@PledgeIT
class SettlementIT {

    private final Scene scene;
    private final TestHttp http;
    private final TestTokens tokens;
    private final TestEvents events;
    private final TestClock clock;
    private final SmartLifecycle runner;
    private final MongoCollection<Document> bankPayments;
    private final MongoCollection<Document> bankPayouts;

    SettlementIT(
            Scene scene,
            TestHttp http,
            TestTokens tokens,
            TestEvents events,
            TestClock clock,
            @Qualifier("settlementRunner") SmartLifecycle runner,
            MongoClient client,
            Environment environment) {
        this.scene = scene;
        this.http = http;
        this.tokens = tokens;
        this.events = events;
        this.clock = clock;
        this.runner = runner;
        var bank = client.getDatabase(environment.getRequiredProperty("quartier.payment.sandbox.database"));
        this.bankPayments = bank.getCollection("payments");
        this.bankPayouts = bank.getCollection("payouts");
    }

    @Test
    void paysOutAFundedCampaignToTheCent() {
        String campaign = scene.campaign();
        scene.pledges("remi", pledge(campaign, 7777));
        scene.pledges("clement", pledge(campaign, 3334));

        scene.passDeadline();

        scene.awaitSettled(campaign);
        var statement = scene.statementOf(campaign).json();
        assertThat(statement.path("state").asString()).isEqualTo("funded");
        assertThat(statement.at("/collected/amount").asLong()).isEqualTo(11_111);
        // 6 % of 111.11 € and 20 % of that: 6.67 € and 1.33 €; the owner has the rest.
        assertThat(statement.at("/commission/amount").asLong()).isEqualTo(667);
        assertThat(statement.at("/vat/amount").asLong()).isEqualTo(133);
        assertThat(statement.at("/fees/amount").asLong()).isZero();
        assertThat(statement.at("/net/amount").asLong()).isEqualTo(10_311);
        assertThat(statement.at("/payouts/0/state").asString()).isEqualTo("done");
        assertThat(statement.at("/balances/escrow").asLong()).isZero();
        assertThat(statement
                        .path("balances")
                        .valueStream()
                        .mapToLong(balance -> balance.asLong())
                        .sum())
                .isZero();
        assertThat(payoutsOf(campaign)).singleElement().satisfies(payout -> {
            assertThat(payout.getLong("minorUnits")).isEqualTo(10_311);
            assertThat(payout.getString("member")).isEqualTo("m-alexis");
        });
        events.awaitOn("quartier.pledge.campaigns", "quartier.campaign.funded.v1", campaign);
        events.awaitOn("quartier.pledge.campaigns", "quartier.campaign.paid-out.v1", campaign);
    }

    @Test
    void refundsEveryoneWhenTheGoalIsMissedByACent() {
        String campaign = scene.campaign();
        List<Answer> pledges = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            pledges.add(scene.pledges("backer" + i, pledge(campaign, 1000)));
        }
        pledges.add(scene.pledges("backer8", pledge(campaign, 1999)));

        scene.passDeadline();

        scene.awaitSettled(campaign);
        var statement = scene.statementOf(campaign).json();
        assertThat(statement.path("state").asString()).isEqualTo("not_funded");
        assertThat(statement.at("/refunded/amount").asLong()).isEqualTo(9_999);
        assertThat(statement.at("/owed/amount").asLong()).isZero();
        assertThat(statement.at("/balances/escrow").asLong()).isZero();
        assertThat(statement.at("/balances/cash:psp").asLong()).isZero();
        assertThat(payoutsOf(campaign)).isEmpty();
        assertThat(successfulRefundsOf(campaign)).hasSize(9);
        for (int i = 0; i < pledges.size(); i++) {
            scene.awaitState("backer" + i, pledges.get(i), "refunded");
        }
    }

    @Test
    void refusesAPledgeAfterTheDeadline() {
        String campaign = scene.campaign();
        scene.passDeadline();

        Answer answer = scene.pledges("remi", pledge(campaign, 2500));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isIn("after-deadline", "campaign-not-live");
    }

    @Test
    void waitsWithTheVerdictForTheBackerAtTheBank() {
        String campaign = scene.campaign();
        scene.pledges("remi", pledge(campaign, 9_000));
        clock.advance(Scene.LASTS.minusMinutes(5));
        Answer slow = scene.pledges("clement", pledge(campaign, 1_000, Scene.NEEDS_AUTHENTICATION));
        clock.advance(Duration.ofMinutes(6));
        scene.awaitState(campaign, "closing");

        http.post(bankPage(slow) + "/approve");

        scene.awaitSettled(campaign);
        assertThat(scene.campaignOf(campaign).at("/state")).isEqualTo("funded");
    }

    @Test
    void refundsEveryoneWhenTheProjectIsCancelled() {
        String campaign = scene.campaign();
        Answer pledge = scene.pledges("remi", pledge(campaign, 2500));

        scene.tell("cancelled", campaign, 6);

        scene.awaitState("remi", pledge, "refunded");
        scene.awaitSettled(campaign);
    }

    @Test
    void showsARefundThatFailsAndMakesItWhenTheOperatorRetries() {
        String campaign = scene.campaign();
        Answer pledge = scene.pledges("remi", pledge(campaign, 2500, Scene.REFUND_FAILS));
        scene.as("remi").post("/v1/pledges/" + pledge.at("/id") + "/cancel");
        scene.awaitState("remi", pledge, "refund_failed");
        var failed = scene.statementOf(campaign).json().path("failedRefunds");
        assertThat(failed.size()).isEqualTo(1);
        assertThat(failed.at("/0/failure").asString()).isEqualTo("refused_by_bank");

        Answer retried = http.as(tokens.with("odile", "operator"))
                .post("/v1/campaigns/" + campaign + "/refunds/"
                        + failed.at("/0/refund").asString() + "/retry");

        assertThat(retried.status()).isEqualTo(202);
        scene.awaitState("remi", pledge, "refunded");
        assertThat(successfulRefundsOf(campaign)).hasSize(1);
    }

    @Test
    void finishesASettlementThatWasInterruptedAgainAndAgainWithoutDoingAnythingTwice() {
        String campaign = scene.campaign(100_000, 150_000);
        int backers = 60;
        for (int i = 0; i < backers; i++) {
            scene.pledges("backer" + i, pledge(campaign, 100 + i));
        }
        runner.stop();
        scene.passDeadline();

        for (int round = 1; round <= 4; round++) {
            int reached = backers * round / 5;
            runner.start();
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> successfulRefundsOf(campaign).size() >= reached);
            runner.stop();
        }
        runner.start();

        scene.awaitSettled(campaign);
        var statement = scene.statementOf(campaign).json();
        assertThat(statement.at("/balances/escrow").asLong()).isZero();
        assertThat(statement.at("/refunded/amount").asLong()).isEqualTo(7_770);
        assertThat(successfulRefundsOf(campaign)).hasSize(backers);
        assertThat(bankPayments.find(new Document("campaign", campaign)))
                .allSatisfy(payment ->
                        assertThat(payment.getList("refunds", Document.class)).hasSize(1));
    }

    private List<Document> payoutsOf(String campaign) {
        return bankPayouts.find(new Document("campaign", campaign)).into(new ArrayList<>());
    }

    private List<Document> successfulRefundsOf(String campaign) {
        return bankPayments
                .find(new Document("campaign", campaign).append("refunded", true))
                .into(new ArrayList<>());
    }
}
