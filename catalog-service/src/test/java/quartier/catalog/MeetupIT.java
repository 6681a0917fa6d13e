package quartier.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.catalog.CatalogDriver.formWith;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import quartier.catalog.meetup.HoldMeetups;
import quartier.testing.Answer;
import quartier.testing.EventContracts;
import quartier.testing.QuartierIT;
import quartier.testing.SeenEvent;
import quartier.testing.TestClock;
import quartier.testing.TestEvents;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;

/** Meetups and front pages, as staff, members and readers use them; and what is refused. */
@QuartierIT
class MeetupIT {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final String MEETUPS = "quartier.catalog.meetups";

    private final TestHttp http;
    private final TestTokens tokens;
    private final TestEvents events;
    private final TestClock clock;
    private final HoldMeetups hold;
    private final CatalogDriver catalog;

    @Autowired
    MeetupIT(TestHttp http, TestTokens tokens, TestEvents events, TestClock clock, HoldMeetups hold) {
        this.http = http;
        this.tokens = tokens;
        this.events = events;
        this.clock = clock;
        this.hold = hold;
        this.catalog = new CatalogDriver(http, tokens);
    }

    @BeforeEach
    void stopTheClock() {
        clock.moveTo(NOW);
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void givesNoMorePlacesThanThereAreWhoeverComesAtOnce() throws Exception {
        String id = announced(meetup(5)).at("/id");
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = IntStream.range(0, 40)
                    .mapToObj(i -> hands.submit((Callable<Integer>) () ->
                            as("guest" + i).put(path(id) + "/sign-up", Map.of()).status()))
                    .toList();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }

        Answer full = http.get(path(id));
        assertThat(full.at("/going")).isEqualTo("5");
        assertThat(full.at("/waiting")).isEqualTo("35");
        assertThat(full.json().has("mine")).isFalse();
    }

    @Test
    void promotesThoseWhoWaitInTheirOrder() {
        Answer announced = announced(meetup(1));
        String id = announced.at("/id");
        assertThat(signUp(id, "remi").at("/mine")).isEqualTo("going");
        assertThat(signUp(id, "ines").at("/mine")).isEqualTo("waiting");
        assertThat(signUp(id, "marc").at("/mine")).isEqualTo("waiting");
        assertThat(signUp(id, "remi").at("/going")).isEqualTo("1");

        assertThat(as("remi").delete(path(id) + "/sign-up").json().has("mine")).isFalse();

        assertThat(as("ines").get(path(id)).at("/mine")).isEqualTo("going");
        assertThat(as("marc").get(path(id)).at("/mine")).isEqualTo("waiting");
        Answer larger = staff().with("If-Match", "\"1\"").put(path(id), meetup(2));
        assertThat(larger.at("/going")).isEqualTo("2");
        List<SeenEvent> told = events.await(MEETUPS, event -> event.subject().equals(id), 8);
        assertThat(told)
                .extracting(SeenEvent::type)
                .containsExactly(
                        "quartier.meetup.announced.v1",
                        "quartier.meetup.signed-up.v1",
                        "quartier.meetup.signed-up.v1",
                        "quartier.meetup.signed-up.v1",
                        "quartier.meetup.signed-off.v1",
                        "quartier.meetup.promoted.v1",
                        "quartier.meetup.changed.v1",
                        "quartier.meetup.promoted.v1");
        assertThat(told).extracting(SeenEvent::sequence).isSorted().doesNotHaveDuplicates();
        assertThat(told).allSatisfy(event -> {
            assertThat(EventContracts.own().faultsOf(event.type(), event.data()))
                    .isEmpty();
            assertThat(event.data().toString()).doesNotContain("Remi");
        });
    }

    @Test
    void tellsWhoComesToItsStaffOnly() {
        String id = announced(meetup(3)).at("/id");
        signUp(id, "remi");

        assertThat(staff().get(path(id) + "/guests").at("/items/0/name")).isEqualTo("Remi");
        assertThat(as("said", "animator:saint-etienne")
                        .get(path(id) + "/guests")
                        .problem())
                .isEqualTo("not-your-territory");
        assertThat(as("remi").get(path(id) + "/guests").problem()).isEqualTo("forbidden");
        assertThat(http.get(path(id) + "/guests").problem()).isEqualTo("unauthenticated");
        assertThat(http.get(path(id)).body()).doesNotContain("Remi");
    }

    @Test
    void refusesWhatCannotBe() {
        Map<String, Object> wrong = meetup(0);
        wrong.put("startsAt", "2026-11-20T18:00:00Z");
        wrong.put("endsAt", "2026-11-20T17:00:00Z");
        wrong.put("place", " ");
        Answer refused = staff().withKey().post("/v1/meetups", wrong);
        assertThat(refused.body())
                .contains("meetup-in-past", "ends-before-start", "capacity-out-of-range", "\"field\":\"place\"");
        assertThat(as("said", "animator:saint-etienne")
                        .withKey()
                        .post("/v1/meetups", meetup(3))
                        .problem())
                .isEqualTo("not-your-territory");

        String id = announced(meetup(2)).at("/id");
        signUp(id, "remi");
        signUp(id, "ines");
        assertThat(staff().with("If-Match", "\"1\"").put(path(id), meetup(1)).body())
                .contains("capacity-below-sign-ups");
        assertThat(staff().with("If-Match", "\"9\"").put(path(id), meetup(4)).problem())
                .isEqualTo("precondition-failed");
        assertThat(staff().put(path(id), meetup(4)).problem()).isEqualTo("precondition-required");
        assertThat(http.put(path(id) + "/sign-up", Map.of()).problem()).isEqualTo("unauthenticated");

        staff().with("If-Match", "\"1\"").post(path(id) + "/cancel", Map.of("reason", "La salle est en travaux"));
        assertThat(as("marc").put(path(id) + "/sign-up", Map.of()).problem()).isEqualTo("meetup-over");
        clock.moveTo(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(http.get("/v1/meetups?territory=lyon").body()).doesNotContain(id);
    }

    @Test
    void isReadByCalendars() {
        Answer meetup = announced(meetup(3));

        Answer one = http.get(path(meetup.at("/id")) + "/calendar");
        assertThat(one.header("Content-Type")).startsWith("text/calendar");
        assertThat(one.body())
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("UID:" + meetup.at("/id") + "@quartier\r\n", "DTSTART:20261203T173000Z\r\n")
                .contains("LOCATION:Mairie du 7e\\, place Jean-Macé\r\n");
        assertThat(http.get("/v1/territories/lyon/calendar").body()).contains(meetup.at("/id"));
        assertThat(http.get("/v1/territories/saint-etienne/calendar").body()).doesNotContain(meetup.at("/id"));
        assertThat(http.get("/v1/territories/atlantis/calendar").status()).isEqualTo(404);
    }

    @Test
    void remindsItsGuestsOnceTheDayBefore() {
        String id = announced(meetup(3)).at("/id");
        signUp(id, "remi");
        clock.moveTo(Instant.parse("2026-12-02T18:00:00Z"));

        hold.remind();
        hold.remind();

        SeenEvent reminder = events.awaitOn(MEETUPS, "quartier.meetup.reminder.v1", id);
        assertThat(reminder.data().at("/members/0").asString()).isEqualTo("m-remi");
        assertThat(events.allOn(
                        MEETUPS,
                        event -> event.subject().equals(id) && event.type().equals("quartier.meetup.reminder.v1")))
                .hasSize(1);
    }

    @Test
    void aFrontPageShowsThemesAndPicksInTheirOrderAndTime() {
        String later = catalog.launched(formWith("title", "Plus tard"));
        String now = catalog.launched(formWith("title", "Maintenant"));
        String path = "/v1/territories/clermont-ferrand/front-page";
        TestHttp claire = as("claire", "animator:auvergne-rhone-alpes");
        assertThat(claire.put(path, page(now, later)).problem()).isEqualTo("precondition-required");
        String lyon = "/v1/territories/lyon/front-page";
        String version = String.valueOf(http.get(lyon).header("ETag"));

        Answer arranged = claire.with("If-Match", version).put(lyon, page(now, later));

        assertThat(arranged.status()).as(arranged.body()).isEqualTo(200);
        assertThat(arranged.at("/picks/1/project")).isEqualTo(later);
        assertThat(http.get(lyon).json().path("picks")).hasSize(1);
        assertThat(http.get(lyon).at("/themes/0/theme")).isEqualTo("nature");
        assertThat(claire.with("If-Match", version).put(lyon, page(now, later)).problem())
                .isEqualTo("precondition-failed");
        assertThat(as("said", "animator:saint-etienne")
                        .with("If-Match", version)
                        .put(lyon, page(now, later))
                        .problem())
                .isEqualTo("not-your-territory");
        assertThat(claire.with("If-Match", "\"0\"").put(path, page(now, later)).body())
                .as("a project of Lyon is no pick of Clermont-Ferrand")
                .contains("unknown-project");
        SeenEvent told = events.awaitOn("quartier.catalog.frontpages", "quartier.front-page.changed.v1", "lyon");
        assertThat(EventContracts.own().faultsOf(told.type(), told.data())).isEmpty();
    }

    private static Map<String, Object> page(String now, String later) {
        Map<String, Object> why = Map.of("fr", "Parce qu’il est beau");
        return Map.of(
                "themes",
                List.of(Map.of(
                        "theme", "nature",
                        "text", why,
                        "from", "2026-11-01T00:00:00Z",
                        "until", "2027-01-01T00:00:00Z")),
                "picks",
                List.of(
                        Map.of(
                                "project",
                                now,
                                "text",
                                why,
                                "from",
                                "2026-11-01T00:00:00Z",
                                "until",
                                "2027-01-01T00:00:00Z"),
                        Map.of(
                                "project",
                                later,
                                "text",
                                why,
                                "from",
                                "2026-12-01T00:00:00Z",
                                "until",
                                "2027-01-01T00:00:00Z")));
    }

    private Answer announced(Map<String, Object> form) {
        Answer answer = staff().withKey().post("/v1/meetups", form);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private Answer signUp(String id, String name) {
        return as(name).put(path(id) + "/sign-up", Map.of());
    }

    private static Map<String, Object> meetup(int capacity) {
        Map<String, Object> meetup = new LinkedHashMap<>();
        meetup.put("territory", "lyon");
        meetup.put("title", Map.of("fr", "Café des projets"));
        meetup.put("text", Map.of("fr", "On se rencontre."));
        meetup.put("place", "Mairie du 7e, place Jean-Macé");
        meetup.put("startsAt", "2026-12-03T17:30:00Z");
        meetup.put("endsAt", "2026-12-03T19:30:00Z");
        meetup.put("capacity", capacity);
        return meetup;
    }

    private static String path(String id) {
        return "/v1/meetups/" + id;
    }

    private TestHttp staff() {
        return as("jules", "animator:lyon");
    }

    private TestHttp as(String name, String... roles) {
        return http.as(tokens.with(name, roles));
    }
}
