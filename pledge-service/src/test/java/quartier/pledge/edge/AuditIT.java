package quartier.pledge.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import quartier.testing.Answer;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;
import tools.jackson.databind.JsonNode;

@PledgeIT
class AuditIT {

    private final Scene scene;
    private final TestHttp http;
    private final TestTokens tokens;

    AuditIT(Scene scene, TestHttp http, TestTokens tokens) {
        this.scene = scene;
        this.http = http;
        this.tokens = tokens;
    }

    @Test
    void auditsWhenAnOperatorAsksAndTellsWhatItLookedAt() {
        String campaign = scene.campaign();
        scene.pledges("lea", Scene.pledge(campaign, 2_000));
        TestHttp operator = http.as(tokens.with("odile", "operator")).with("Accept-Language", "en");

        await().atMost(Duration.ofSeconds(30))
                .until(() -> operator.post("/v1/audit").status() == 202);
        JsonNode report = finished(operator, "full");

        assertThat(report.path("campaigns").asInt()).isPositive();
        assertThat(report.path("startedAt").asString())
                .isLessThanOrEqualTo(report.path("finishedAt").asString());
        JsonNode chain = check(report, 3);
        assertThat(chain.path("title").asString())
                .isEqualTo("pages are numbered without a gap and the hash chain verifies");
        assertThat(chain.path("unit").asString()).isEqualTo("pages");
        assertThat(chain.path("examined").asInt()).isGreaterThan(2);
        assertThat(chain.path("findings").asInt()).isZero();
        assertThat(chain.path("messages").isEmpty()).isTrue();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> operator.post("/v1/audit?mode=incremental").status() == 202);
        finished(operator, "incremental");
        TestHttp inFrench = http.as(tokens.with("odile", "operator")).with("Accept-Language", "fr");
        assertThat(check(inFrench.get("/v1/audit").json(), 3).path("title").asString())
                .startsWith("les pages se suivent");
    }

    @Test
    void showsAuditsToOperatorsOnly() {
        assertThat(http.get("/v1/audit").status()).isEqualTo(401);
        assertThat(scene.as("lea").get("/v1/audit").status()).isEqualTo(403);
        assertThat(scene.as("lea").post("/v1/audit").status()).isEqualTo(403);
        assertThat(http.as(tokens.with("anna", "moderator:lyon"))
                        .post("/v1/audit")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void knowsTwoModesOnly() {
        Answer answer = http.as(tokens.with("odile", "operator")).post("/v1/audit?mode=half");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("unknown-audit-mode");
    }

    private static JsonNode finished(TestHttp operator, String mode) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> operator.get("/v1/audit")
                        .json()
                        .path("mode")
                        .asString("")
                        .equals(mode));
        return operator.get("/v1/audit").json();
    }

    private static JsonNode check(JsonNode report, int number) {
        for (JsonNode check : report.path("checks")) {
            if (check.path("number").asInt() == number) {
                return check;
            }
        }
        throw new AssertionError("no check " + number);
    }
}
