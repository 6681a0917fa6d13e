package quartier.gateway.animation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import quartier.gateway.call.Service;
import quartier.gateway.testing.Browser;
import quartier.gateway.testing.Browser.Page;
import quartier.gateway.testing.FakeService.Received;
import quartier.gateway.testing.FakeService.Reply;
import quartier.gateway.testing.GatewayIT;

final class AnimationPagesIT extends GatewayIT {

    private static final String CALL = """
            {"id":"c9","slug":"marcher","version":1,"state":"open","territory":"lyon","territoryPath":["auvergne-rhone-alpes","lyon"],
             "title":{"fr":"Marcher"},"text":{"fr":"À pied."},"opensAt":"2026-11-22T23:00:00Z","closesAt":"2027-01-15T10:30:00Z"}""";

    @Test
    void showsStaffTheirOwnCallsAndTheTerritoriesTheyLead() {
        Page page = jules().get("/animation");

        assertThat(page.body())
                .contains("Aucun appel", "<option value=\"lyon\">")
                .doesNotContain("Aux arbres", "<option value=\"saint-etienne\">", "??");
        assertThat(signedIn("m-zone", "Zone", "territory-admin:auvergne-rhone-alpes")
                        .get("/animation")
                        .body())
                .contains("Aux arbres", "Circuits courts", "<option value=\"saint-etienne\">");
        assertThat(jules().preferring("en").get("/animation").body())
                .contains("lang=\"en\"")
                .doesNotContain("??");
    }

    @Test
    void announcesACallForWholeDaysInParis() {
        SERVICES.of(Service.CATALOG)
                .on("POST /v1/calls", new Reply(201, "application/json", CALL, Map.of()))
                .on("GET /v1/calls/by-slug/marcher", CALL);
        Browser jules = jules();
        Page page = jules.get("/animation");

        Page after = jules.submit(page, "/animation", typed(page.idempotencyKey(), "2026-11-23", "2027-01-15"));

        assertThat(after.path()).isEqualTo("/appels/marcher");
        assertThat(after.body()).contains("L’appel est publié.");
        Received sent =
                SERVICES.of(Service.CATALOG).received("POST", "/v1/calls").getFirst();
        assertThat(sent.header("Idempotency-Key")).contains(page.idempotencyKey());
        assertThat(sent.body())
                .contains("\"territory\":\"lyon\"", "\"title\":{\"fr\":\"Marcher et rouler\"}")
                .contains("\"opensAt\":\"2026-11-22T23:00:00Z\"", "\"closesAt\":\"2027-01-15T22:59:59Z\"")
                .doesNotContain("theme");
    }

    @Test
    void keepsWhatWasTypedWhenADateIsNone() {
        Browser jules = jules();
        Page page = jules.get("/animation");

        Page again = jules.submit(page, "/animation", typed(page.idempotencyKey(), "demain", "2027-01-15"));

        assertThat(again.body()).contains("id=\"erreurs\"", "value=\"Marcher et rouler\"");
        assertThat(SERVICES.of(Service.CATALOG).received("POST", "/v1/calls")).isEmpty();
    }

    @Test
    void showsTheServicesRefusalOverTheKeptForm() {
        SERVICES.of(Service.CATALOG)
                .on("POST /v1/calls", Reply.problem(403, "not-your-territory", "Pas votre territoire", "Lyon."));
        Browser jules = jules();
        Page page = jules.get("/animation");

        Page again = jules.submit(page, "/animation", typed(page.idempotencyKey(), "2026-11-23", "2027-01-15"));

        assertThat(again.body()).contains("Pas votre territoire", "value=\"Marcher et rouler\"");
        assertThat(again.idempotencyKey()).isNotEqualTo(page.idempotencyKey());
    }

    @Test
    void changesACallOfTheVersionThatWasRead() {
        SERVICES.of(Service.CATALOG)
                .on("GET /v1/calls/c9", CALL)
                .on("GET /v1/calls/by-slug/marcher", CALL)
                .on("PUT /v1/calls/c9", CALL);
        Browser jules = jules();
        Page page = jules.get("/animation/c9");
        assertThat(page.body())
                .contains("value=\"2026-11-23\"", "value=\"2027-01-15\"")
                .doesNotContain("??");

        jules.submit(page, "/animation/c9", typed("", "2026-11-23", "2027-01-31", "version", "1"));

        Received sent =
                SERVICES.of(Service.CATALOG).received("PUT", "/v1/calls/c9").getFirst();
        assertThat(sent.header("If-Match")).contains("\"1\"");
        assertThat(sent.body())
                .contains("\"opensAt\":\"2026-11-22T23:00:00Z\"", "\"closesAt\":\"2027-01-31T22:59:59Z\"");

        jules.submit(page, "/animation/c9", typed("", "2026-11-23", "2027-01-15", "version", "1"));

        assertThat(SERVICES.of(Service.CATALOG)
                        .received("PUT", "/v1/calls/c9")
                        .getLast()
                        .body())
                .as("the same day is the same moment")
                .contains("\"closesAt\":\"2027-01-15T10:30:00Z\"");
    }

    @Test
    void closesACall() {
        SERVICES.of(Service.CATALOG).on("GET /v1/calls/c9", CALL).on("POST /v1/calls/c9/close", CALL);
        Browser jules = jules();

        Page after = jules.submit(jules.get("/animation/c9"), "/animation/c9/clore", "version", "1");

        assertThat(after.body()).contains("L’appel est clos.");
        assertThat(SERVICES.of(Service.CATALOG)
                        .received("POST", "/v1/calls/c9/close")
                        .getFirst()
                        .header("If-Match"))
                .contains("\"1\"");
    }

    @Test
    void whoIsNobodySignsInFirst() {
        assertThat(browser().stay("/animation").header("Location")).contains("/oauth2/authorization/quartier");
    }

    private Browser jules() {
        return signedIn("m-jules", "Jules", "animator:lyon");
    }

    private static String[] typed(String key, String firstDay, String lastDay, String... more) {
        var pairs = new java.util.ArrayList<>(java.util.List.of(
                "idempotencyKey",
                key,
                "territory",
                "lyon",
                "titleFr",
                "Marcher et rouler",
                "titleEn",
                "",
                "textFr",
                "À pied et à vélo.",
                "textEn",
                "",
                "theme",
                "",
                "firstDay",
                firstDay,
                "lastDay",
                lastDay));
        pairs.addAll(java.util.List.of(more));
        return pairs.toArray(String[]::new);
    }
}
