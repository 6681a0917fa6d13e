package quartier.pledge.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.pledge.edge.Scene.pledge;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import quartier.testing.Answer;
import quartier.testing.TestHttp;

@PledgeIT
@TestPropertySource(properties = "quartier.payment.sandbox.webhook-secret=" + WebhookIT.SECRET)
class WebhookIT {

    static final String SECRET = "the-secret-of-these-tests";

    private final Scene scene;
    private final TestHttp http;

    WebhookIT(Scene scene, TestHttp http) {
        this.scene = scene;
        this.http = http;
    }

    @Test
    void refusesAWrongSignature() throws Exception {
        String body = about("evt-1", "pay-1", "c1");

        assertThat(told(body, signature(body, "another-secret-altogether", scene.now())))
                .satisfies(WebhookIT::refusedForItsSignature);
        assertThat(told(body, signature(body, SECRET, scene.now().minusSeconds(301))))
                .satisfies(WebhookIT::refusedForItsSignature);
        assertThat(http.post("/v1/webhooks/sandbox", body)).satisfies(WebhookIT::refusedForItsSignature);
    }

    @Test
    void hasNoEffectWhenReplayed() throws Exception {
        String campaign = scene.campaign();
        Answer pledge = scene.pledges("remi", pledge(campaign, 2500));
        String body = about("evt-" + UUID.randomUUID(), "pay-" + pledge.at("/id"), campaign);
        String signature = signature(body, SECRET, scene.now());
        var before = scene.campaignOf(campaign).json();

        for (int i = 0; i < 3; i++) {
            assertThat(told(body, signature).status()).isEqualTo(200);
        }

        assertThat(scene.campaignOf(campaign).json()).isEqualTo(before);
    }

    @Test
    void hasNoEffectForAnUnknownPayment() throws Exception {
        String campaign = scene.campaign();
        var before = scene.campaignOf(campaign).json();

        for (String body : new String[] {
            about("evt-2", "pay-" + UUID.randomUUID(), campaign),
            about("evt-3", "not-one-of-ours", campaign),
            about("evt-4", "pay-" + UUID.randomUUID(), "no-campaign")
        }) {
            assertThat(told(body, signature(body, SECRET, scene.now())).status())
                    .isEqualTo(202);
        }

        assertThat(scene.campaignOf(campaign).json()).isEqualTo(before);
    }

    @Test
    void believesTheProvidersAnswerAndNotTheWebhook() throws Exception {
        String campaign = scene.campaign();
        Answer pledge = scene.pledges("remi", pledge(campaign, 2500, Scene.NEEDS_AUTHENTICATION));
        String body = about("evt-" + UUID.randomUUID(), "pay-" + pledge.at("/id"), campaign);

        assertThat(told(body, signature(body, SECRET, scene.now())).status()).isEqualTo(200);

        assertThat(scene.stateOf("remi", pledge)).isEqualTo("action_required");
    }

    @Test
    void refusesASignedBodyThatItCannotRead() throws Exception {
        Answer answer = told("{\"hello\":1}", signature("{\"hello\":1}", SECRET, scene.now()));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("webhook-unreadable");
        assertThat(http.post("/v1/webhooks/nobody", "{}").status()).isEqualTo(404);
    }

    private static void refusedForItsSignature(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("webhook-signature");
    }

    private Answer told(String body, String signature) {
        return http.with("Quartier-Signature", signature).post("/v1/webhooks/sandbox", body);
    }

    private static String about(String event, String payment, String campaign) {
        return """
                {"id":"%s","type":"payment.captured","created":"2026-11-23T10:00:00Z",\
                "data":{"payment":"%s","campaign":"%s"}}""".formatted(event, payment, campaign);
    }

    /** Written anew here, so that the service's own code is not its only witness. */
    private static String signature(String body, String secret, Instant at) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] hash = mac.doFinal((at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8));
        return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(hash);
    }
}
