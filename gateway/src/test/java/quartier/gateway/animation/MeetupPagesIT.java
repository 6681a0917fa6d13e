package quartier.gateway.animation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quartier.gateway.call.Service;
import quartier.gateway.testing.Browser;
import quartier.gateway.testing.Browser.Page;
import quartier.gateway.testing.FakeService;
import quartier.gateway.testing.FakeService.Reply;
import quartier.gateway.testing.GatewayIT;

/** Meetups and front pages, as readers, members and staff see them. */
final class MeetupPagesIT extends GatewayIT {

    private FakeService catalog;

    @BeforeEach
    void aMeetup() {
        catalog = SERVICES.of(Service.CATALOG);
        catalog.on("GET /v1/meetups", "{\"items\":[" + meetup(12, null) + "]}")
                .on("GET /v1/meetups/m1", meetup(12, null))
                .on("GET /v1/meetups/by-slug/cafe-des-projets", meetup(12, null))
                .on(
                        "GET /v1/meetups/m1/guests",
                        "{\"items\":[{\"member\":\"m-remi\",\"name\":\"Rémi Roux\",\"waiting\":true,\"since\":\"2026-11-20T10:00:00Z\"}]}")
                .on("GET /v1/territories/lyon/front-page", """
                    {"territory":"lyon","version":4,"themes":[{"theme":"nature","text":{"fr":"Des arbres partout"},"from":"2026-11-01T00:00:00Z","until":"2027-01-01T00:00:00Z"}],
                     "picks":[{"project":"p1","text":{"fr":"On adore ce lieu"},"from":"2026-11-01T00:00:00Z","until":"2027-01-01T00:00:00Z"}]}""");
    }

    @Test
    void aWindowShowsThemesPicksAndMeetups() {
        Page lyon = browser().get("/lyon");

        assertThat(lyon.body())
                .contains("Des arbres partout", "On adore ce lieu", "/rencontres/cafe-des-projets")
                .contains("/rencontres.ics?territoire=lyon", "/rencontres?territoire=lyon")
                .doesNotContain("??");
        assertThat(browser().get("/rencontres?territoire=lyon").body())
                .contains("Café des projets")
                .doesNotContain("??");
    }

    @Test
    void aWindowStandsWithoutThem() {
        catalog.on("GET /v1/meetups", Reply.problem(503, "unavailable", "Absent", "?"))
                .on("GET /v1/territories/lyon/front-page", Reply.problem(503, "unavailable", "Absent", "?"));

        assertThat(browser().get("/lyon").status()).isEqualTo(200);
    }

    @Test
    void aMemberSignsUpAndOff() {
        catalog.on("PUT /v1/meetups/m1/sign-up", meetup(40, "waiting"))
                .on("DELETE /v1/meetups/m1/sign-up", meetup(12, null));
        assertThat(browser().get("/rencontres/cafe-des-projets").body())
                .contains("Se connecter pour s’inscrire", "Mairie du 7e")
                .doesNotContain("Rémi", "??");
        Browser remi = signedIn("m-remi", "Rémi");
        Page page = remi.get("/rencontres/cafe-des-projets");
        assertThat(page.body()).contains("Je viens");

        Page waits = remi.submit(page, "/rencontres/cafe-des-projets/inscription");

        assertThat(waits.body()).contains("vous êtes sur la liste d’attente");
        assertThat(remi.submit(page, "/rencontres/cafe-des-projets/desinscription")
                        .body())
                .contains("Votre place est rendue.");
        catalog.on("PUT /v1/meetups/m1/sign-up", Reply.problem(409, "meetup-over", "Rencontre passée", "?"));
        assertThat(remi.submit(page, "/rencontres/cafe-des-projets/inscription").body())
                .contains("Rencontre passée");
    }

    @Test
    void calendarsReadOneMeetupOrAll() {
        var calendar = new Reply(200, "text/calendar", "BEGIN:VCALENDAR\r\n", Map.of());
        catalog.on("GET /v1/meetups/m1/calendar", calendar).on("GET /v1/territories/lyon/calendar", calendar);

        Page one = browser().get("/rencontres/cafe-des-projets/agenda.ics");
        assertThat(one.header("Content-Type")).startsWith("text/calendar");
        assertThat(one.body()).startsWith("BEGIN:VCALENDAR");
        assertThat(browser().get("/rencontres.ics?territoire=lyon").status()).isEqualTo(200);
        assertThat(browser().get("/rencontres.ics?territoire=atlantis").status())
                .isEqualTo(404);
    }

    @Test
    void staffAnnounceChangeAndSeeWhoComes() {
        catalog.on("POST /v1/meetups", new Reply(201, "application/json", meetup(0, null), Map.of()))
                .on("PUT /v1/meetups/m1", Reply.problem(412, "precondition-failed", "Modifiée entre-temps", "?"));
        Browser jules = signedIn("m-jules", "Jules", "animator:lyon");
        Page page = jules.get("/animation/rencontres");
        assertThat(page.body()).contains("/animation/rencontres/m1").doesNotContain("??");

        Page announced = jules.submit(page, "/animation/rencontres", typed(page.idempotencyKey()));

        assertThat(announced.body()).contains("La rencontre est annoncée.");
        assertThat(catalog.received("POST", "/v1/meetups").getFirst().body())
                .contains("\"startsAt\":\"2026-12-03T17:30:00Z\"", "\"capacity\":40");
        Page edit = jules.get("/animation/rencontres/m1");
        assertThat(edit.body())
                .contains("Rémi Roux", "attend", "value=\"2026-12-03T18:30\"")
                .doesNotContain("??");
        assertThat(jules.submit(edit, "/animation/rencontres/m1", typed("")).body())
                .contains("Modifiée entre-temps", "value=\"Café des projets\"");
    }

    @Test
    void staffArrangeTheFrontPage() {
        catalog.on("PUT /v1/territories/lyon/front-page", "{\"territory\":\"lyon\",\"version\":5}");
        Browser jules = signedIn("m-jules", "Jules", "animator:lyon");
        Page page = jules.get("/animation/une/lyon");
        assertThat(page.body())
                .contains("On adore ce lieu", "name=\"version\" value=\"4\"")
                .doesNotContain("??");

        Page after = jules.submit(
                page,
                "/animation/une/lyon",
                "version",
                "4",
                "theme",
                "",
                "themeFr",
                "",
                "themeEn",
                "",
                "themeFrom",
                "",
                "themeUntil",
                "",
                "theme",
                "",
                "themeFr",
                "",
                "themeEn",
                "",
                "themeFrom",
                "",
                "themeUntil",
                "",
                "pick",
                "p7",
                "pickFr",
                "Un jardin",
                "pickEn",
                "",
                "pickFrom",
                "2026-11-23",
                "pickUntil",
                "2026-12-31",
                "pick",
                "",
                "pickFr",
                "",
                "pickEn",
                "",
                "pickFrom",
                "",
                "pickUntil",
                "");

        assertThat(after.path()).isEqualTo("/lyon");
        assertThat(catalog.received("PUT", "/v1/territories/lyon/front-page")
                        .getFirst()
                        .body())
                .contains("\"themes\":[]", "\"project\":\"p7\"", "\"until\":\"2026-12-31T22:59:59Z\"");
    }

    private static String[] typed(String key) {
        return new String[] {
            "idempotencyKey",
            key,
            "edition",
            "1",
            "territory",
            "lyon",
            "titleFr",
            "Café des projets",
            "textFr",
            "On se rencontre.",
            "place",
            "Mairie du 7e",
            "startsAt",
            "2026-12-03T18:30",
            "endsAt",
            "2026-12-03T20:30",
            "capacity",
            "40"
        };
    }

    private static String meetup(int going, @Nullable String mine) {
        return """
            {"id":"m1","slug":"cafe-des-projets","edition":1,"territory":"lyon","territoryPath":["auvergne-rhone-alpes","lyon"],"title":{"fr":"Café des projets"},
             "text":{"fr":"On se rencontre."},"place":"Mairie du 7e","startsAt":"2026-12-03T17:30:00Z","endsAt":"2026-12-03T19:30:00Z","capacity":40,"going":%d,"waiting":0,"past":false%s}""".formatted(going, mine == null ? "" : ",\"mine\":\"" + mine + "\"");
    }
}
