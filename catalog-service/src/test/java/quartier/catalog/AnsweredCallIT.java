package quartier.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.catalog.CatalogDriver.form;
import static quartier.catalog.CatalogDriver.formWith;
import static quartier.catalog.ContestDriver.etag;
import static quartier.catalog.ContestDriver.fields;

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

/** Projects that answer a call, and that leave it or are taken out of it. */
@QuartierIT
class AnsweredCallIT extends CallSeason {

    private static final String CALLS = "quartier.catalog.calls";

    private final TestHttp http;
    private final TestEvents events;
    private final CatalogDriver catalog;

    @Autowired
    AnsweredCallIT(TestHttp http, TestTokens tokens, TestEvents events, TestClock clock) {
        super(http, tokens, clock);
        this.http = http;
        this.events = events;
        this.catalog = new CatalogDriver(http, tokens);
    }

    @Test
    void isNamedByADraftAndAnsweredByItsProject() {
        String call = contest.opened("auvergne-rhone-alpes", "Les voisins").at("/id");

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
        String first = contest.opened("auvergne-rhone-alpes", "D’abord").at("/id");
        String second = contest.opened("lyon", "Ensuite").at("/id");
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
        assertThat(contest.as("remi").put(path, Map.of("call", first)).problem())
                .isEqualTo("not-the-owner");
    }

    @Test
    void refusesProjectsOfOtherTerritoriesUnknownCallsAndClosedOnes() {
        String elsewhere = contest.opened("saint-etienne", "Là-bas").at("/id");
        Answer closing = contest.opened("lyon", "Trop tard");
        contest.staff().with("If-Match", etag(closing)).post("/v1/calls/" + closing.at("/id") + "/close");
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
        assertThat(contest.as("remi").put(path, Map.of("call", elsewhere)).status())
                .as("a stranger does not learn of the draft")
                .isEqualTo(404);
    }

    @Test
    void losesAProjectThatItsStaffTakeOut() {
        String call = contest.opened("lyon", "Choisis").at("/id");
        String id = catalog.launched(formWith("call", call));
        String path = "/v1/projects/" + id + "/call/remove";
        Map<String, Object> removal = Map.of("call", call, "reason", "Ne répond pas à l’appel");

        assertThat(contest.as("said", "animator:saint-etienne")
                        .post(path, removal)
                        .problem())
                .isEqualTo("not-your-territory");
        assertThat(catalog.owner().post(path, removal).problem()).isEqualTo("forbidden");
        TestHttp jules = contest.as("jules", "animator:lyon");
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
}
