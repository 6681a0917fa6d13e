package quartier.pledge.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.pledge.edge.Scene.pledge;

import com.mongodb.client.MongoDatabase;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import quartier.pledge.checkout.Decisions;
import quartier.pledge.checkout.PaymentReports;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.payee.Payees;
import quartier.pledge.payment.PaymentProvider;
import quartier.pledge.settlement.AnotherReplica;
import quartier.testing.Answer;
import quartier.testing.TestClock;
import tools.jackson.databind.JsonNode;

/** The run that moves money, paused and resumed by the operator. */
@PledgeIT
class SettlementRunIT {

    private final Scene scene;
    private final TestClock clock;
    private final MongoDatabase database;
    private final Escrows escrows;
    private final Decisions decisions;
    private final PaymentReports reports;
    private final PaymentProvider provider;
    private final Payees payees;
    private final SmartLifecycle runner;

    SettlementRunIT(
            Scene scene,
            TestClock clock,
            MongoDatabase database,
            Escrows escrows,
            Decisions decisions,
            PaymentReports reports,
            @Qualifier("paymentProvider") PaymentProvider provider,
            Payees payees,
            @Qualifier("settlementRunner") SmartLifecycle runner) {
        this.scene = scene;
        this.clock = clock;
        this.database = database;
        this.escrows = escrows;
        this.decisions = decisions;
        this.reports = reports;
        this.provider = provider;
        this.payees = payees;
        this.runner = runner;
    }

    @AfterEach
    void everythingRuns() {
        scene.operator().post("/v1/settlement/resume", Map.of());
        runner.start();
    }

    @Test
    void keepsAPausedRunFromMovingMoneyOnEveryReplicaAndAcrossRestarts() {
        String paused = scene.campaign();
        String other = scene.campaign();
        assertThat(scene.as("remi")
                        .post("/v1/settlement/pause", Map.of("campaign", paused))
                        .status())
                .isEqualTo(403);
        scene.operator().post("/v1/settlement/pause", Map.of("campaign", paused));
        Answer waits = scene.pledges("remi", pledge(paused, 2500));
        Answer goes = scene.pledges("remi", pledge(other, 2500));
        runner.stop();
        SmartLifecycle replica = AnotherReplica.runner(database, escrows, decisions, reports, provider, payees, clock);
        replica.start();
        try {
            scene.tell("cancelled", paused, 6);
            scene.tell("cancelled", other, 6);

            scene.awaitState("remi", goes, "refunded");
            JsonNode run = scene.awaitItem("/v1/settlement?limit=100", paused);
            assertThat(run.path("paused").asBoolean()).isTrue();
            assertThat(run.at("/refunds/due/count").asInt()).isEqualTo(1);
            assertThat(run.at("/refunds/due/sum/amount").asLong()).isEqualTo(2500);
            String refund = "/v1/campaigns/" + paused + "/refunds/"
                    + escrows.find(paused)
                            .orElseThrow()
                            .refunds()
                            .findFirst()
                            .orElseThrow()
                            .of()
                            .id();
            assertThat(scene.operator()
                            .post(refund + "/by-hand", Map.of("reference", "V1"))
                            .problem())
                    .isEqualTo("refund-still-due");
            runner.start();
            assertThat(scene.stateOf("remi", waits)).isEqualTo("refund_due");

            scene.operator().post("/v1/settlement/resume", Map.of("campaign", paused));

            scene.awaitState("remi", waits, "refunded");
            scene.awaitSettled(paused);
        } finally {
            replica.stop();
        }
    }

    @Test
    void stopsEverythingAtOnceAndSaysSo() {
        scene.operator().post("/v1/settlement/pause", Map.of());

        Answer run = scene.operator().get("/v1/settlement");

        assertThat(run.json().path("paused").asBoolean()).isTrue();
        assertThat(run.json().path("limitPerSecond").asDouble()).isPositive();
        assertThat(scene.operator()
                        .post("/v1/settlement/pause", Map.of("campaign", "nobody"))
                        .status())
                .isEqualTo(404);
    }
}
