package quartier.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quartier.gateway.call.Service;
import quartier.gateway.testing.Browser;
import quartier.gateway.testing.Browser.Page;
import quartier.gateway.testing.FakeService.Received;
import quartier.gateway.testing.FakeService.Reply;
import quartier.gateway.testing.GatewayIT;

final class ApiRoutesIT extends GatewayIT {

    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

    @ParameterizedTest
    @EnumSource(Service.class)
    void routesEachServiceWithoutItsPrefix(Service service) {
        SERVICES.of(service).on("GET /v1/things/7", "{\"is\":\"" + service.segment() + "\"}");
        Page answer = browser().call("GET", "/api/" + service.segment() + "/v1/things/7?a=b%20c&d=%C3%A9", "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"is\":\"" + service.segment() + "\"}");
        assertThat(asked(service, "GET", "/v1/things/7").query()).isEqualTo("a=b%20c&d=%C3%A9");
    }

    @Test
    void passesTheBearerTokenOnAndNeverTheCookie() {
        Browser alexis = signedIn("m-alexis", "Alexis Morel");
        assertThat(alexis.hasCookie("quartier")).isTrue();
        SERVICES.of(Service.PLEDGE)
                .on("POST /v1/pledges", new Reply(201, "application/json", "{\"id\":\"x\"}", Map.of("ETag", "\"1\"")));
        Page answer = alexis.call(
                "POST",
                "/api/pledge/v1/pledges",
                "{\"campaign\":\"p1\"}",
                "Authorization",
                "Bearer of-a-program",
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                "k-1");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        Received passed = asked(Service.PLEDGE, "POST", "/v1/pledges");
        assertThat(passed.header("Authorization")).contains("Bearer of-a-program");
        assertThat(passed.header("Idempotency-Key")).contains("k-1");
        assertThat(passed.header("Cookie")).isEmpty();
        assertThat(passed.body()).isEqualTo("{\"campaign\":\"p1\"}");
    }

    @Test
    void neverTurnsTheSessionIntoAToken() {
        Browser alexis = signedIn("m-alexis", "Alexis Morel");
        alexis.call("GET", "/api/catalog/v1/me/projects", "");
        assertThat(asked(Service.CATALOG, "GET", "/v1/me/projects").header("Authorization"))
                .isEmpty();
    }

    @Test
    void opensNoSessionForPrograms() {
        Browser program = browser();
        program.call("GET", "/api/catalog/v1/territories", "");
        assertThat(program.hasCookie("quartier")).isFalse();
    }

    @Test
    void leavesProblemsAsTheServiceWroteThem() {
        SERVICES.of(Service.PLEDGE)
                .on("POST /v1/pledges", Reply.problem(422, "tier-sold-out", "Épuisé", "Il n’en reste plus."));
        Page answer = browser().call("POST", "/api/pledge/v1/pledges", "{}", "Content-Type", "application/json");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("urn:quartier:problem:tier-sold-out");
    }

    @Test
    void tellsThatThereIsNoSuchService() {
        Page answer = browser().call("GET", "/api/nothing/v1/things", "");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("urn:quartier:problem:not-found");
    }

    @Test
    void answersInTimeWhenAServiceDoesNot() {
        SERVICES.of(Service.INKIND).hold();
        Page answer = browser().preferring("en").call("GET", "/api/inkind/v1/needs", "");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("urn:quartier:problem:unavailable").contains("Unavailable for a moment");
        Page french = browser().call("GET", "/api/inkind/v1/needs", "");
        assertThat(french.body()).contains("Momentanément indisponible");
    }

    @Test
    void sendsACreationOnceEvenWhenItTimesOut() {
        SERVICES.of(Service.PLEDGE).hold();
        Page answer = browser().call("POST", "/api/pledge/v1/pledges", "{}", "Content-Type", "application/json");
        assertThat(answer.status()).isEqualTo(503);
        SERVICES.of(Service.PLEDGE).letGo();
        await().untilAsserted(() -> assertThat(SERVICES.of(Service.PLEDGE).received("POST", "/v1/pledges"))
                .hasSize(1));
    }

    @Test
    void leavesAFailingServiceAloneUntilItIsWellAgain() {
        SERVICES.of(Service.SUPPORT).on("GET /v1/rules", Reply.problem(500, "internal-error", "Non", "Non"));
        for (int call = 0; call < 12; call++) {
            browser().call("GET", "/api/support/v1/rules", "");
        }
        assertThat(SERVICES.of(Service.SUPPORT).received("GET", "/v1/rules")).hasSize(10);
        assertThat(browser().call("GET", "/api/support/v1/rules", "").status()).isEqualTo(503);
        assertThat(browser().call("GET", "/api/catalog/v1/territories", "").status())
                .isEqualTo(200);

        SERVICES.of(Service.SUPPORT).on("GET /v1/rules", "{\"items\":[]}");
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(browser()
                                .call("GET", "/api/support/v1/rules", "")
                                .status())
                        .isEqualTo(200));
    }

    @Test
    void doesNotBlameAServiceThatProtectsItself() {
        SERVICES.of(Service.PLEDGE)
                .on("POST /v1/pledges", new Reply(503, "application/problem+json", "{}", Map.of("Retry-After", "1")));
        for (int call = 0; call < 15; call++) {
            browser().call("POST", "/api/pledge/v1/pledges", "{}", "Content-Type", "application/json");
        }
        assertThat(SERVICES.of(Service.PLEDGE).received("POST", "/v1/pledges")).hasSize(15);
    }

    @Test
    void refusesABodyOfTenMegabytes() {
        byte[] large = new byte[TEN_MEGABYTES];
        Page announced = browser()
                .call(
                        "POST",
                        "/api/catalog/v1/projects",
                        BodyPublishers.ofByteArray(large),
                        "Content-Type",
                        "application/json");
        assertThat(announced.status()).isEqualTo(413);
        assertThat(announced.body()).contains("urn:quartier:problem:body-too-large");
        assertThat(SERVICES.of(Service.CATALOG).received("POST", "/v1/projects"))
                .isEmpty();
    }

    @Test
    void refusesABodyThatTurnsOutTooLargeOnTheWay() {
        byte[] large = new byte[TEN_MEGABYTES];
        Page streamed = browser()
                .call(
                        "POST",
                        "/api/catalog/v1/projects",
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)),
                        "Content-Type",
                        "application/json");
        assertThat(streamed.status()).isEqualTo(413);
        assertThat(browser().call("GET", "/api/catalog/v1/territories", "").status())
                .isEqualTo(200);
    }

    @Test
    void letsAMailProgramUnsubscribeWithOneClick() {
        SERVICES.of(Service.NOTIFICATION)
                .on("POST /v1/unsubscribe/t0", new Reply(200, "text/html", "<p>fait</p>", Map.of()));
        Page answer = browser().forge("/api/notification/v1/unsubscribe/t0", "List-Unsubscribe", "One-Click");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(asked(Service.NOTIFICATION, "POST", "/v1/unsubscribe/t0").body())
                .isEqualTo("List-Unsubscribe=One-Click");
    }

    @Test
    void leadsToTheSandboxBank() {
        SERVICES.of(Service.PLEDGE)
                .on("GET /sandbox/payments/abc", new Reply(200, "text/html", "<h1>Banque</h1>", Map.of()));
        SERVICES.of(Service.PLEDGE).on("POST /sandbox/payments/abc/approve", Reply.redirect("http://localhost/back"));
        assertThat(browser().get("/sandbox/payments/abc").body()).contains("Banque");
        Page approved = browser().forge("/sandbox/payments/abc/approve", "ok", "1");
        assertThat(approved.status()).isEqualTo(302);
        assertThat(approved.header("Location")).isEqualTo("http://localhost/back");
        assertThat(asked(Service.PLEDGE, "POST", "/sandbox/payments/abc/approve")
                        .body())
                .isEqualTo("ok=1");
    }

    @Test
    void sendsItsTraceToTheService() {
        browser().call("GET", "/api/catalog/v1/territories", "");
        assertThat(asked(Service.CATALOG, "GET", "/v1/territories").header("traceparent"))
                .isPresent();
    }

    private static Received asked(Service service, String method, String path) {
        return SERVICES.of(service).received(method, path).getLast();
    }
}
