package quartier.pledge.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static quartier.pledge.edge.Scene.pledge;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import quartier.testing.Answer;
import quartier.testing.EventContracts;
import quartier.testing.SeenEvent;
import quartier.testing.TestEvents;
import quartier.testing.TestHttp;

/** Nobody is paid whom the provider has not seen. */
@PledgeIT
class PayeeIT {

    private static final Map<String, String> BACK = Map.of("returnUrl", "https://quartier.example/retour");

    private final Scene scene;
    private final TestHttp http;
    private final TestEvents events;

    PayeeIT(Scene scene, TestHttp http, TestEvents events) {
        this.scene = scene;
        this.http = http;
        this.events = events;
    }

    @Test
    void registersOnceAndTellsWhenTheIdentityIsVerified() {
        String member = someone();
        assertThat(scene.payeeOf(member).at("/status")).isEqualTo("unregistered");

        Answer first = scene.as(member).post("/v1/payees", BACK);
        Answer second = scene.as(member).post("/v1/payees", BACK);
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(first.at("/status")).isEqualTo("unverified");

        Answer approved = http.post(bankPage(first) + "/approve");
        assertThat(approved.status()).isEqualTo(303);

        SeenEvent told = events.awaitOn("quartier.pledge.payees", "quartier.payee.verified.v1", "m-" + member);
        assertThat(EventContracts.own().faultsOf(told.type(), told.data())).isEmpty();
        assertThat(scene.payeeOf(member).at("/status")).isEqualTo("verified");
        assertThat(scene.as(member).post("/v1/payees", BACK).json().has("onboarding"))
                .isFalse();
    }

    @Test
    void tellsWhenAnIdentityIsRejected() {
        String member = someone();
        Answer registered = scene.as(member).post("/v1/payees", BACK);

        http.post(bankPage(registered) + "/reject");

        SeenEvent told = events.awaitOn("quartier.pledge.payees", "quartier.payee.rejected.v1", "m-" + member);
        assertThat(EventContracts.own().faultsOf(told.type(), told.data())).isEmpty();
        assertThat(scene.payeeOf(member).at("/status")).isEqualTo("rejected");
        assertThat(scene.payeeOf(member).at("/reason")).isEqualTo("identity_not_confirmed");
    }

    @Test
    void refusesARegistrationWithoutAWayBack() {
        assertThat(scene.as("remi").post("/v1/payees", Map.of()).status()).isEqualTo(422);
        assertThat(scene.as("remi")
                        .post("/v1/payees", Map.of("returnUrl", "javascript:alert(1)"))
                        .status())
                .isEqualTo(422);
        assertThat(http.post("/v1/payees", BACK).status()).isEqualTo(401);
        assertThat(http.get("/v1/me/payee").status()).isEqualTo(401);
    }

    @Test
    void waitsWithAPayoutUntilThePayeesIdentityIsChecked() {
        String owner = someone();
        String campaign = scene.campaign(10_000, 15_000, owner);
        scene.pledges("remi", pledge(campaign, 10_000));
        scene.passDeadline();
        scene.awaitState(campaign, "funded");
        await().until(() -> !scene.statementOf(campaign).json().path("payouts").isEmpty());
        var waiting = scene.statementOf(campaign).json();
        assertThat(waiting.path("payee").asString()).isEqualTo("unregistered");
        assertThat(waiting.at("/payouts/0/state").asString()).isEqualTo("due");

        scene.verifiedPayee(owner);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> scene.statementOf(campaign)
                        .json()
                        .at("/payouts/0/state")
                        .asString()
                        .equals("done"));
    }

    private static String bankPage(Answer registered) {
        return URI.create(registered.at("/onboarding")).getPath();
    }

    private static String someone() {
        return "owner-" + UUID.randomUUID();
    }
}
