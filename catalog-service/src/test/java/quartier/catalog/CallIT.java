package quartier.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.catalog.ContestDriver.etag;
import static quartier.catalog.ContestDriver.fields;
import static quartier.catalog.ContestDriver.plain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import quartier.testing.Answer;
import quartier.testing.EventContracts;
import quartier.testing.QuartierIT;
import quartier.testing.SeenEvent;
import quartier.testing.TestClock;
import quartier.testing.TestEvents;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;

/** Calls for projects, as staff and readers use them; and what is refused. */
@QuartierIT
class CallIT extends CallSeason {

    private static final String CALLS = "quartier.catalog.calls";

    private final TestHttp http;
    private final TestEvents events;
    private final CatalogDriver catalog;

    @Autowired
    CallIT(TestHttp http, TestTokens tokens, TestEvents events, TestClock clock) {
        super(http, tokens, clock);
        this.http = http;
        this.events = events;
        this.catalog = new CatalogDriver(http, tokens);
    }

    @Test
    void goesFromItsAnnouncementToItsEarlyEnd() {
        Answer announced =
                contest.staff().withKey().post("/v1/calls", plain("auvergne-rhone-alpes", "Circuits courts"));
        assertThat(announced.status()).as(announced.body()).isEqualTo(201);
        assertThat(announced.at("/state")).isEqualTo("open");
        assertThat(announced.at("/slug")).startsWith("circuits-courts");
        String path = "/v1/calls/" + announced.at("/id");

        Map<String, Object> renamed = plain("auvergne-rhone-alpes", "Circuits très courts");
        Answer changed = contest.staff().with("If-Match", etag(announced)).put(path, renamed);
        assertThat(changed.at("/title/fr")).isEqualTo("Circuits très courts");
        assertThat(changed.at("/slug")).isEqualTo(announced.at("/slug"));

        assertThat(contest.staff()
                        .with("If-Match", etag(announced))
                        .put(path, renamed)
                        .problem())
                .isEqualTo("precondition-failed");
        assertThat(contest.staff().put(path, renamed).problem()).isEqualTo("precondition-required");

        Answer closed = contest.staff().with("If-Match", etag(changed)).post(path + "/close");
        assertThat(closed.at("/state")).isEqualTo("closed");
        assertThat(http.get("/v1/calls/by-slug/" + announced.at("/slug")).at("/state"))
                .isEqualTo("closed");
        assertThat(contest.staff()
                        .with("If-Match", etag(closed))
                        .put(path, renamed)
                        .problem())
                .isEqualTo("call-closed");

        List<SeenEvent> told = events.await(CALLS, event -> event.subject().equals(announced.at("/id")), 3);
        assertThat(told)
                .extracting(SeenEvent::type)
                .containsExactly("quartier.call.announced.v1", "quartier.call.changed.v1", "quartier.call.closed.v1");
        assertThat(told).allSatisfy(event -> {
            assertThat(EventContracts.own().faultsOf(event.type(), event.data()))
                    .isEmpty();
            assertThat(event.data().toString()).doesNotContain("m-zone");
        });
    }

    @Test
    void isAnnouncedOnceWhenTheRequestIsRepeated() {
        TestHttp staff = contest.staff().with("Idempotency-Key", "the-same-call");

        Answer first = staff.post("/v1/calls", plain("lyon", "Une fois"));

        assertThat(staff.post("/v1/calls", plain("lyon", "Une fois")).at("/id")).isEqualTo(first.at("/id"));
        assertThat(staff.post("/v1/calls", plain("lyon", "Autrement")).problem())
                .isEqualTo("idempotency-key-reused");
        assertThat(contest.staff().post("/v1/calls", plain("lyon", "Sans clé")).problem())
                .isEqualTo("idempotency-key-missing");
    }

    @Test
    void belongsToTheStaffOfItsTerritory() {
        Answer open = contest.opened("saint-etienne", "Aux arbres");
        String path = "/v1/calls/" + open.at("/id");

        for (TestHttp stranger :
                List.of(contest.as("jules", "animator:lyon"), contest.as("ana", "territory-admin:lyon"))) {
            assertThat(stranger.withKey()
                            .post("/v1/calls", plain("saint-etienne", "Ailleurs"))
                            .problem())
                    .isEqualTo("not-your-territory");
            assertThat(stranger.with("If-Match", etag(open))
                            .put(path, plain("saint-etienne", "Ailleurs"))
                            .problem())
                    .isEqualTo("not-your-territory");
            assertThat(stranger.with("If-Match", etag(open))
                            .post(path + "/close")
                            .problem())
                    .isEqualTo("not-your-territory");
        }
        assertThat(catalog.moderator()
                        .withKey()
                        .post("/v1/calls", plain("lyon", "Relire"))
                        .problem())
                .isEqualTo("forbidden");
        assertThat(contest.as("remi")
                        .withKey()
                        .post("/v1/calls", plain("lyon", "À moi"))
                        .problem())
                .isEqualTo("forbidden");
        assertThat(http.withKey().post("/v1/calls", plain("lyon", "À tous")).problem())
                .isEqualTo("unauthenticated");
        assertThat(http.get(path).at("/title/fr")).isEqualTo("Aux arbres");
    }

    @Test
    void tellsEachFieldThatIsWrong() {
        Map<String, Object> wrong = plain("atlantis", "Sous l’eau");
        assertThat(fields(contest.staff().withKey().post("/v1/calls", wrong)))
                .containsExactly("territory:unknown-territory");

        Map<String, Object> bare = Map.of("title", Map.of("en", "No French"));
        assertThat(fields(contest.staff().withKey().post("/v1/calls", bare)))
                .containsExactly(
                        "territory:required",
                        "title.fr:required",
                        "text.fr:required",
                        "opensAt:required",
                        "closesAt:required");

        Map<String, Object> backwards = plain("lyon", "À rebours");
        backwards.put("closesAt", "2026-11-01T00:00:00Z");
        backwards.put("theme", "astrologie");
        assertThat(fields(contest.staff().withKey().post("/v1/calls", backwards)))
                .containsExactly("theme:unknown-theme", "closesAt:closes-before-opening");
        assertThat(contest.staff()
                        .withKey()
                        .post("/v1/calls", Map.of("opensAt", "demain"))
                        .problem())
                .isEqualTo("malformed-request");
    }

    @Test
    void isListedWhereItReachesAndInTheStateOfTheMoment() {
        String regional = contest.opened("auvergne-rhone-alpes", "Partout").at("/id");
        String local = contest.opened("clermont-ferrand", "Au volcan").at("/id");
        Map<String, Object> later = plain("clermont-ferrand", "Bientôt");
        later.put("opensAt", "2026-12-24T09:00:00Z");
        String announced = contest.staff().withKey().post("/v1/calls", later).at("/id");

        assertThat(listed("territory=clermont-ferrand&state=open&limit=100"))
                .contains(regional, local)
                .doesNotContain(announced);
        assertThat(listed("territory=clermont-ferrand&state=announced&limit=100"))
                .contains(announced)
                .doesNotContain(regional, local);
        assertThat(listed("territory=lyon&limit=100")).contains(regional).doesNotContain(local, announced);
        assertThat(listed("territory=auvergne-rhone-alpes&limit=100"))
                .contains(regional)
                .doesNotContain(local);
        clock.moveTo(Instant.parse("2027-02-01T00:00:00Z"));
        assertThat(listed("territory=clermont-ferrand&state=closed&limit=100")).contains(regional, local, announced);
        assertThat(http.get("/v1/calls/" + local).at("/state")).isEqualTo("closed");
        for (String query : List.of("territory=atlantis", "state=asleep", "cursor=zzz", "limit=0")) {
            assertThat(http.get("/v1/calls?" + query).problem()).isEqualTo("unknown-filter");
        }
        assertThat(http.get("/v1/calls/nothing").status()).isEqualTo(404);
        assertThat(http.get("/v1/calls/by-slug/nothing").status()).isEqualTo(404);
    }

    @Test
    void turnsPagesWithoutLossOrRepetition() {
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Map<String, Object> call = plain("saint-etienne", "Page " + i);
            // Two of them at the same instant: the id decides.
            call.put("opensAt", "2026-11-0" + (1 + i / 2) + "T09:00:00Z");
            opened.add(contest.staff().withKey().post("/v1/calls", call).at("/id"));
        }

        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = http.get(
                    "/v1/calls?territory=saint-etienne&limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.json().path("items").forEach(item -> read.add(item.path("id").asString()));
            cursor = page.json().path("next").asString("");
        } while (!cursor.isEmpty());

        assertThat(read).doesNotHaveDuplicates().containsAll(opened);
    }

    private List<String> listed(String query) {
        List<String> ids = new ArrayList<>();
        http.get("/v1/calls?" + query)
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }
}
