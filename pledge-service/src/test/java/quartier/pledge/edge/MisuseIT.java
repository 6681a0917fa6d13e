package quartier.pledge.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static quartier.pledge.edge.Scene.change;
import static quartier.pledge.edge.Scene.pledge;
import static quartier.pledge.edge.Scene.with;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import quartier.testing.Answer;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;

/** What goes wrong gets a problem document with a stable type, and loses nothing. */
@PledgeIT
class MisuseIT {

    private final Scene scene;
    private final TestHttp http;
    private final TestTokens tokens;

    MisuseIT(Scene scene, TestHttp http, TestTokens tokens) {
        this.scene = scene;
        this.http = http;
        this.tokens = tokens;
    }

    private void refuses(Map<String, Object> body, String campaign, int status, String problem) {
        Answer answer = scene.pledges("remi", body);
        assertThat(answer.problem()).as(answer.body()).isEqualTo(problem);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.at("/title")).doesNotContain("problem.");
        assertThat(answer.at("/detail")).doesNotContain("problem.");
        assertThat(scene.campaignOf(campaign).json().at("/held/amount").asLong())
                .isZero();
    }

    @Test
    void refusesAPledgeBelowItsTier() {
        String campaign = scene.campaign();
        refuses(with(pledge(campaign, 1499), "tier", "t2"), campaign, 422, "below-tier");
    }

    @Test
    void refusesAnUnknownTier() {
        String campaign = scene.campaign();
        refuses(with(pledge(campaign, 1500), "tier", "t9"), campaign, 422, "unknown-tier");
    }

    @Test
    void refusesASoldOutTier() {
        String campaign = scene.campaign();
        var body = with(pledge(campaign, 1500), "tier", "t2");
        scene.pledges("clement", body);
        scene.pledges("nadia", body);

        refuses(body, campaign, 409, "tier-sold-out");
    }

    @Test
    void refusesAClosedTierAndKeepsWhatWasPledgedForIt() {
        String campaign = scene.campaign();
        Answer before = scene.pledges("clement", with(pledge(campaign, 1500), "tier", "t2"));

        scene.closesTier(campaign, 6, "t2");

        refuses(with(pledge(campaign, 1500), "tier", "t2"), campaign, 409, "tier-closed");
        assertThat(scene.stateOf("clement", before)).isEqualTo("confirmed");
        assertThat(scene.changes("clement", before, with(change(2000), "tier", "t2"))
                        .status())
                .as("more for the reward that they have")
                .isLessThan(300);
        assertThat(scene.pledges("nadia", with(pledge(campaign, 500), "tier", "t1"))
                        .at("/state"))
                .isEqualTo("confirmed");
    }

    @Test
    void refusesAPledgeBeyondTheCapAndTakesOneThatReachesIt() {
        String campaign = scene.campaign();
        refuses(pledge(campaign, 15_001), campaign, 422, "over-cap");
        refuses(pledge(campaign, Long.MAX_VALUE), campaign, 422, "over-cap");

        assertThat(scene.pledges("remi", pledge(campaign, 15_000)).at("/state")).isEqualTo("confirmed");
    }

    @Test
    void refusesAPledgeToAProjectThatIsNotLive() {
        String campaign = scene.campaign();
        scene.tell("cancelled", campaign, 6);
        scene.awaitState(campaign, "cancelled");

        refuses(pledge(campaign, 2500), campaign, 409, "campaign-not-live");
    }

    @Test
    void refusesAPledgeToAProjectThatItDoesNotKnow() {
        Answer answer = scene.pledges("remi", pledge(UUID.randomUUID().toString(), 2500));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("campaign-not-open");
    }

    @Test
    void refusesAnotherCurrency() {
        String campaign = scene.campaign();
        var body = with(pledge(campaign, 2500), "amount", Map.of("amount", 2500, "currency", "CHF"));
        refuses(body, campaign, 422, "wrong-currency");
    }

    @Test
    void refusesNothingAndLess() {
        String campaign = scene.campaign();
        refuses(pledge(campaign, 0), campaign, 422, "amount-not-positive");
        refuses(pledge(campaign, -2500), campaign, 422, "amount-not-positive");
    }

    @Test
    void refusesFractionsOfACent() {
        String campaign = scene.campaign();
        var body = with(pledge(campaign, 2500), "amount", Map.of("amount", 25.5, "currency", "EUR"));
        refuses(body, campaign, 400, "malformed-request");
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        Answer answer = scene.pledges("remi", Map.of("visibility", "loud", "returnUrl", "javascript:alert(1)"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("invalid-fields");
        assertThat(answer.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .containsExactlyInAnyOrder("campaign", "amount", "visibility", "payment.card", "returnUrl");
        assertThat(answer.body()).doesNotContain("problem.field");
    }

    @Test
    void tellsAPublicBodyWhichRuleStopsIt() {
        String campaign = scene.campaign();
        String city = scene.supporter("public", "ines");
        var body = with(pledge(campaign, 2500), "organisation", city);

        await().untilAsserted(() ->
                assertThat(scene.pledges("ines", body).problem()).isEqualTo("public-body-may-not-pledge"));

        Answer answer = http.as(tokens.english("ines"))
                .with("Accept-Language", "en")
                .withKey()
                .post("/v1/pledges", body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/rule")).isEqualTo("public-body-support-offer");
        assertThat(answer.at("/detail")).contains("code de la commande publique", "support offer");
        assertThat(scene.pledges("ines", body).at("/detail")).contains("offre de soutien");
    }

    @Test
    void refusesToSpeakForSomebodyElsesOrganisation() {
        String campaign = scene.campaign();
        String company = scene.supporter("private", "marc");
        var body = with(pledge(campaign, 2500), "organisation", company);

        await().untilAsserted(
                        () -> assertThat(scene.pledges("remi", body).problem()).isEqualTo("not-an-agent"));
        assertThat(scene.pledges("remi", with(body, "organisation", "org-nobody"))
                        .problem())
                .isEqualTo("unknown-organisation");
    }

    @Test
    void refusesTheSameKeyWithAnotherBody() {
        String campaign = scene.campaign();
        TestHttp sameKey = scene.as("remi").withKey();
        Answer first = sameKey.post("/v1/pledges", pledge(campaign, 2500));

        Answer other = sameKey.post("/v1/pledges", pledge(campaign, 2600));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        assertThat(sameKey.post("/v1/pledges", pledge(campaign, 2500)).at("/id"))
                .isEqualTo(first.at("/id"));
        assertThat(scene.campaignOf(campaign).json().at("/collected/amount").asLong())
                .isEqualTo(2500);
    }

    @Test
    void refusesAPledgeWithoutAKey() {
        Answer answer = scene.as("remi").post("/v1/pledges", pledge("any", 2500));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("idempotency-key-missing");
    }

    @Test
    void hidesSomebodyElsesPledge() {
        String campaign = scene.campaign();
        Answer pledge = scene.pledges("remi", pledge(campaign, 2500));
        String path = "/v1/pledges/" + pledge.at("/id");

        assertThat(scene.as("clement").get(path).status()).isEqualTo(404);
        assertThat(scene.as("clement").post(path + "/cancel").status()).isEqualTo(404);
        assertThat(http.get(path).status()).isEqualTo(401);
        assertThat(http.as(tokens.with("odile", "operator")).get(path).status()).isEqualTo(200);
        assertThat(scene.stateOf("remi", pledge)).isEqualTo("confirmed");
    }

    @Test
    void refusesToCancelTwice() {
        String campaign = scene.campaign();
        Answer pledge = scene.pledges("remi", pledge(campaign, 2500, Scene.DECLINED));

        Answer answer = scene.as("remi").post("/v1/pledges/" + pledge.at("/id") + "/cancel");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("not-cancellable");
    }

    @Test
    void refusesABodyOfTenMegabytes() {
        Answer answer = scene.as("remi").withKey().post("/v1/pledges", "x".repeat(10_000_000));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("body-too-large");
    }

    @Test
    void refusesBrokenJson() {
        Answer answer = scene.as("remi").withKey().post("/v1/pledges", "{\"campaign\":");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("malformed-request");
    }

    @Test
    void refusesTokensThatAreNotOurs() {
        for (String token : new String[] {
            tokens.expired("remi"), tokens.forged("remi"), tokens.forAnotherAudience("remi"), "no-token"
        }) {
            Answer answer = http.as(token).withKey().post("/v1/pledges", pledge("any", 2500));
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.problem()).isEqualTo("unauthenticated");
        }
        assertThat(http.withKey().post("/v1/pledges", pledge("any", 2500)).status())
                .isEqualTo(401);
    }

    @Test
    void letsOnlyAnOperatorRetry() {
        String campaign = scene.campaign();

        assertThat(scene.as("alexis")
                        .post("/v1/campaigns/" + campaign + "/payouts/main/retry")
                        .status())
                .isEqualTo(403);
        Answer answer =
                http.as(tokens.with("odile", "operator")).post("/v1/campaigns/" + campaign + "/payouts/main/retry");
        assertThat(answer.problem()).isEqualTo("no-failed-payout");
    }

    @Test
    void refusesACursorThatItNeverGave() {
        Answer answer = scene.as("remi").get("/v1/me/pledges?cursor=somewhere");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("malformed-request");
        assertThat(scene.as("remi").get("/v1/me/pledges?limit=0").status()).isEqualTo(400);
        assertThat(scene.as("remi").get("/v1/me/pledges?limit=many").status()).isEqualTo(400);
    }

    @Test
    void knowsOnlyItsOwnBankPages() {
        assertThat(http.get("/sandbox/payments/0123456789abcdef").status()).isEqualTo(404);
    }
}
