package quartier.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.catalog.CatalogDriver.form;
import static quartier.catalog.CatalogDriver.formWith;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

/** Calls for projects, as staff, owners and readers use them; and what is refused. */
@QuartierIT
class CallIT {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final String CALLS = "quartier.catalog.calls";

    private final TestHttp http;
    private final TestTokens tokens;
    private final TestEvents events;
    private final TestClock clock;
    private final CatalogDriver catalog;

    @Autowired
    CallIT(TestHttp http, TestTokens tokens, TestEvents events, TestClock clock) {
        this.http = http;
        this.tokens = tokens;
        this.events = events;
        this.clock = clock;
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
    void goesFromItsAnnouncementToItsEarlyEnd() {
        Answer announced = region().withKey().post("/v1/calls", call("auvergne-rhone-alpes", "Circuits courts"));
        assertThat(announced.status()).as(announced.body()).isEqualTo(201);
        assertThat(announced.at("/state")).isEqualTo("open");
        assertThat(announced.at("/slug")).startsWith("circuits-courts");
        String path = "/v1/calls/" + announced.at("/id");

        Map<String, Object> renamed = call("auvergne-rhone-alpes", "Circuits très courts");
        Answer changed = region().with("If-Match", etag(announced)).put(path, renamed);
        assertThat(changed.at("/title/fr")).isEqualTo("Circuits très courts");
        assertThat(changed.at("/slug")).isEqualTo(announced.at("/slug"));

        assertThat(region().with("If-Match", etag(announced)).put(path, renamed).problem())
                .isEqualTo("precondition-failed");
        assertThat(region().put(path, renamed).problem()).isEqualTo("precondition-required");

        Answer closed = region().with("If-Match", etag(changed)).post(path + "/close");
        assertThat(closed.at("/state")).isEqualTo("closed");
        assertThat(http.get("/v1/calls/by-slug/" + announced.at("/slug")).at("/state"))
                .isEqualTo("closed");
        assertThat(region().with("If-Match", etag(closed)).put(path, renamed).problem())
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
        TestHttp staff = region().with("Idempotency-Key", "the-same-call");

        Answer first = staff.post("/v1/calls", call("lyon", "Une fois"));

        assertThat(staff.post("/v1/calls", call("lyon", "Une fois")).at("/id")).isEqualTo(first.at("/id"));
        assertThat(staff.post("/v1/calls", call("lyon", "Autrement")).problem()).isEqualTo("idempotency-key-reused");
        assertThat(region().post("/v1/calls", call("lyon", "Sans clé")).problem())
                .isEqualTo("idempotency-key-missing");
    }

    @Test
    void belongsToTheStaffOfItsTerritory() {
        Answer open = open("saint-etienne", "Aux arbres");
        String path = "/v1/calls/" + open.at("/id");

        for (TestHttp stranger : List.of(as("jules", "animator:lyon"), as("ana", "territory-admin:lyon"))) {
            assertThat(stranger.withKey()
                            .post("/v1/calls", call("saint-etienne", "Ailleurs"))
                            .problem())
                    .isEqualTo("not-your-territory");
            assertThat(stranger.with("If-Match", etag(open))
                            .put(path, call("saint-etienne", "Ailleurs"))
                            .problem())
                    .isEqualTo("not-your-territory");
            assertThat(stranger.with("If-Match", etag(open))
                            .post(path + "/close")
                            .problem())
                    .isEqualTo("not-your-territory");
        }
        assertThat(catalog.moderator()
                        .withKey()
                        .post("/v1/calls", call("lyon", "Relire"))
                        .problem())
                .isEqualTo("forbidden");
        assertThat(as("remi").withKey().post("/v1/calls", call("lyon", "À moi")).problem())
                .isEqualTo("forbidden");
        assertThat(http.withKey().post("/v1/calls", call("lyon", "À tous")).problem())
                .isEqualTo("unauthenticated");
        assertThat(http.get(path).at("/title/fr")).isEqualTo("Aux arbres");
    }

    @Test
    void tellsEachFieldThatIsWrong() {
        Map<String, Object> wrong = call("atlantis", "Sous l’eau");
        assertThat(fields(region().withKey().post("/v1/calls", wrong))).containsExactly("territory:unknown-territory");

        Map<String, Object> bare = Map.of("title", Map.of("en", "No French"));
        assertThat(fields(region().withKey().post("/v1/calls", bare)))
                .containsExactly(
                        "territory:required",
                        "title.fr:required",
                        "text.fr:required",
                        "opensAt:required",
                        "closesAt:required");

        Map<String, Object> backwards = call("lyon", "À rebours");
        backwards.put("closesAt", "2026-11-01T00:00:00Z");
        backwards.put("theme", "astrologie");
        assertThat(fields(region().withKey().post("/v1/calls", backwards)))
                .containsExactly("theme:unknown-theme", "closesAt:closes-before-opening");
        assertThat(region().withKey()
                        .post("/v1/calls", Map.of("opensAt", "demain"))
                        .problem())
                .isEqualTo("malformed-request");
    }

    @Test
    void isListedWhereItReachesAndInTheStateOfTheMoment() {
        String regional = open("auvergne-rhone-alpes", "Partout").at("/id");
        String local = open("clermont-ferrand", "Au volcan").at("/id");
        Map<String, Object> later = call("clermont-ferrand", "Bientôt");
        later.put("opensAt", "2026-12-24T09:00:00Z");
        String announced = region().withKey().post("/v1/calls", later).at("/id");

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
            Map<String, Object> call = call("saint-etienne", "Page " + i);
            // Two of them at the same instant: the id decides.
            call.put("opensAt", "2026-11-0" + (1 + i / 2) + "T09:00:00Z");
            opened.add(region().withKey().post("/v1/calls", call).at("/id"));
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

    @Test
    void isNamedByADraftAndAnsweredByItsProject() {
        String call = open("auvergne-rhone-alpes", "Les voisins").at("/id");

        String id = catalog.launched(formWith("call", call));

        assertThat(catalog.read(id).at("/call")).isEqualTo(call);
        assertThat(http.get("/v1/projects?call=" + call)
                        .json()
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(id);
        assertThat(http.get("/v1/projects?call=none").json().path("items")).isEmpty();
        SeenEvent entered = events.awaitOn(CALLS, "quartier.call.project-entered.v1", id);
        assertThat(entered.data().path("call").asString()).isEqualTo(call);
        assertThat(EventContracts.own().faultsOf(entered.type(), entered.data()))
                .isEmpty();
    }

    @Test
    void isEnteredByALiveProjectAndLeftAgain() {
        String first = open("auvergne-rhone-alpes", "D’abord").at("/id");
        String second = open("lyon", "Ensuite").at("/id");
        String id = catalog.launched();
        String path = "/v1/projects/" + id + "/call";

        assertThat(catalog.owner().put(path, Map.of("call", first)).at("/call")).isEqualTo(first);
        assertThat(catalog.owner().put(path, Map.of("call", second)).at("/call"))
                .isEqualTo(second);
        assertThat(catalog.owner().delete(path).json().has("call")).isFalse();

        List<SeenEvent> told = events.await(CALLS, event -> event.subject().equals(id), 3);
        assertThat(told.get(1).data().path("previous").asString()).isEqualTo(first);
        assertThat(told.getLast().data().path("removed").asBoolean(true)).isFalse();
        assertThat(told)
                .allSatisfy(event -> assertThat(EventContracts.own().faultsOf(event.type(), event.data()))
                        .isEmpty());
        assertThat(as("remi").put(path, Map.of("call", first)).problem()).isEqualTo("not-the-owner");
    }

    @Test
    void refusesProjectsOfOtherTerritoriesUnknownCallsAndClosedOnes() {
        String elsewhere = open("saint-etienne", "Là-bas").at("/id");
        Answer closing = open("lyon", "Trop tard");
        region().with("If-Match", etag(closing)).post("/v1/calls/" + closing.at("/id") + "/close");
        String id = catalog.draft(form());
        String path = "/v1/projects/" + id + "/call";

        assertThat(fields(catalog.owner().put(path, Map.of("call", elsewhere)))).containsExactly("call:call-elsewhere");
        assertThat(fields(catalog.owner().put(path, Map.of("call", "nothing")))).containsExactly("call:unknown-call");
        assertThat(fields(catalog.owner().put(path, Map.of()))).containsExactly("call:unknown-call");
        assertThat(fields(catalog.owner().withKey().post("/v1/projects", formWith("call", elsewhere))))
                .containsExactly("call:call-elsewhere");
        Answer late = catalog.owner().put(path, Map.of("call", closing.at("/id")));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.problem()).isEqualTo("call-not-open");
        assertThat(catalog.owner()
                        .withKey()
                        .post("/v1/projects", formWith("call", closing.at("/id")))
                        .problem())
                .isEqualTo("call-not-open");
        assertThat(as("remi").put(path, Map.of("call", elsewhere)).status())
                .as("a stranger does not learn of the draft")
                .isEqualTo(404);
    }

    @Test
    void losesAProjectThatItsStaffTakeOut() {
        String call = open("lyon", "Choisis").at("/id");
        String id = catalog.launched(formWith("call", call));
        String path = "/v1/projects/" + id + "/call/remove";
        Map<String, Object> removal = Map.of("call", call, "reason", "Ne répond pas à l’appel");

        assertThat(as("said", "animator:saint-etienne").post(path, removal).problem())
                .isEqualTo("not-your-territory");
        assertThat(catalog.owner().post(path, removal).problem()).isEqualTo("forbidden");
        TestHttp jules = as("jules", "animator:lyon");
        assertThat(fields(jules.post(path, Map.of("call", call)))).containsExactly("reason:required");
        assertThat(jules.post(path, Map.of("call", "other", "reason", "?")).problem())
                .isEqualTo("not-in-call");

        assertThat(jules.post(path, removal).at("/removals/0/reason")).isEqualTo("Ne répond pas à l’appel");

        assertThat(catalog.owner().get("/v1/projects/" + id).at("/removals/0/call"))
                .isEqualTo(call);
        assertThat(catalog.read(id).json().has("removals")).isFalse();
        assertThat(http.get("/v1/projects?call=" + call).json().path("items")).isEmpty();
        assertThat(catalog.owner()
                        .put("/v1/projects/" + id + "/call", Map.of("call", call))
                        .problem())
                .isEqualTo("removed-from-call");
        SeenEvent left = events.awaitOn(CALLS, "quartier.call.project-left.v1", id);
        assertThat(left.data().path("removed").asBoolean(false)).isTrue();
        assertThat(left.data().toString()).doesNotContain("Ne répond");
        assertThat(EventContracts.own().faultsOf(left.type(), left.data())).isEmpty();
    }

    private Answer open(String territory, String title) {
        Answer answer = region().withKey().post("/v1/calls", call(territory, title));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private static Map<String, Object> call(String territory, String title) {
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("territory", territory);
        call.put("title", Map.of("fr", title));
        call.put("text", Map.of("fr", "Ce que nous cherchons.", "en", "What we look for."));
        call.put("theme", "alimentation");
        call.put("opensAt", "2026-11-02T08:00:00Z");
        call.put("closesAt", "2027-01-15T22:59:59Z");
        return call;
    }

    private List<String> listed(String query) {
        List<String> ids = new ArrayList<>();
        http.get("/v1/calls?" + query)
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }

    private static List<String> fields(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        List<String> fields = new ArrayList<>();
        answer.json()
                .path("errors")
                .forEach(error -> fields.add(error.path("field").asString() + ":"
                        + error.path("code").asString()));
        return fields;
    }

    private static String etag(Answer answer) {
        return String.valueOf(answer.header("ETag"));
    }

    private TestHttp region() {
        return as("zone", "animator:auvergne-rhone-alpes");
    }

    private TestHttp as(String name, String... roles) {
        return http.as(tokens.with(name, roles));
    }
}
