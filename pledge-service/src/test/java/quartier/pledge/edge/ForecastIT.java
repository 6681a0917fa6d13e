package quartier.pledge.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.pledge.edge.Scene.pledge;

import org.junit.jupiter.api.Test;
import quartier.testing.TestClock;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;
import tools.jackson.databind.JsonNode;

/** What a settlement would come to: of campaigns as they stand, and of any sum. */
@PledgeIT
class ForecastIT {

    private final Scene scene;
    private final TestHttp http;
    private final TestTokens tokens;
    private final TestClock clock;

    ForecastIT(Scene scene, TestHttp http, TestTokens tokens, TestClock clock) {
        this.scene = scene;
        this.http = http;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Test
    void foretellsTheVerdictToTheOperatorAndTheTerritorysStaffOnly() {
        String campaign = scene.campaign();
        scene.pledges("remi", pledge(campaign, 11_111));
        String short_ = scene.campaign();
        scene.pledges("remi", pledge(short_, 9_999));
        String path = "/v1/settlement/forecast?limit=100&until="
                + clock.instant().plus(Scene.LASTS).plusSeconds(1);

        JsonNode funded = scene.awaitItem(path, campaign);
        JsonNode missed = scene.awaitItem(path, short_);

        assertThat(funded.path("verdict").asString()).isEqualTo("funded");
        assertThat(funded.at("/split/net/amount").asLong()).isEqualTo(10_311);
        assertThat(missed.path("verdict").asString()).isEqualTo("not_funded");
        assertThat(missed.at("/refunds/count").asInt()).isEqualTo(1);
        assertThat(missed.at("/refunds/sum/amount").asLong()).isEqualTo(9_999);
        assertThat(Scene.item(http.as(tokens.with("nadia", "moderator:lyon")).get(path), campaign))
                .isPresent();
        assertThat(Scene.item(
                        http.as(tokens.with("said", "moderator:saint-etienne")).get(path), campaign))
                .isEmpty();
        assertThat(scene.as("remi").get(path).status()).isEqualTo(403);
        assertThat(scene.operator().get(path + "&cursor=nonsense").problem()).isEqualTo("malformed-request");
    }

    @Test
    void simulatesWhatASettlementWouldLeaveToTheOwner() {
        JsonNode split =
                http.get("/v1/simulator?goal=11111&commissionBasisPoints=600").json();

        assertThat(split.at("/commission/amount").asLong()).isEqualTo(667);
        assertThat(split.at("/vat/amount").asLong()).isEqualTo(133);
        assertThat(split.at("/net/amount").asLong()).isEqualTo(10_311);
        for (String wrong : new String[] {
            "goal=0&commissionBasisPoints=600",
            "goal=9223372036854775807&commissionBasisPoints=600",
            "goal=100&commissionBasisPoints=10001",
            "goal=100&commissionBasisPoints=9999&vatBasisPoints=9999",
            "goal=100&commissionBasisPoints=600&currency=euro"
        }) {
            assertThat(http.get("/v1/simulator?" + wrong).problem()).as(wrong).isEqualTo("invalid-fields");
        }
    }
}
