package quartier.inkind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import quartier.testing.EventContracts;
import quartier.testing.QuartierIT;
import quartier.testing.TestEvents;
import quartier.testing.TestHttp;

/** What the service makes of the catalog's events. */
@QuartierIT
class NeedsOfProjectsIT {

    @Autowired
    TestHttp http;

    @Autowired
    TestEvents events;

    Projects projects;

    @BeforeEach
    void speakAsTheCatalog() {
        projects = new Projects(events, http);
    }

    @Test
    void publishesTheNeedsOfALaunchedProject() {
        String need = projects.launchedWithNeed(4);

        var shown = http.get("/v1/needs/" + need);
        assertThat(shown.at("/title")).isEqualTo("Repeindre la salle");
        assertThat(shown.at("/projectTitle")).isEqualTo("Le Kfé du 33");
        assertThat(shown.at("/left")).isEqualTo("4");
        assertThat(shown.at("/open")).isEqualTo("true");
        assertThat(shown.header("ETag")).isEqualTo("\"1\"");
        var published = events.awaitOn("quartier.inkind.needs", "quartier.need.published.v1", need);
        assertThat(EventContracts.own().faultsOf(published.type(), published.data()))
                .isEmpty();
        assertThat(published.sequence()).isEqualTo(1);
        var state = events.awaitOn("quartier.inkind.needs.state", "quartier.need.state.v1", need);
        assertThat(EventContracts.own().faultsOf(state.type(), state.data())).isEmpty();
    }

    @Test
    void publishesANeedOnceThoughItsProjectsLaunchIsHeardTwice() {
        String project = Projects.newId();
        projects.launch(project, 7, 4);
        projects.launch(project, 7, 4);
        projects.say("suspended", project, 8);
        String need = project + ".n1";

        await().until(() -> http.get("/v1/needs/" + need).body().contains("suspended"));
        var published = events.allOn(
                "quartier.inkind.needs",
                event -> event.subject().equals(need) && event.type().equals("quartier.need.published.v1"));
        assertThat(published).hasSize(1);
    }

    @Test
    void closesTheNeedsOfASuspendedProjectAndOpensThemAgain() {
        String project = Projects.newId();
        String need = projects.launchedWithNeed(project, 4);

        projects.say("suspended", project, 8);
        await().until(() -> http.get("/v1/needs/" + need).at("/open").equals("false"));
        projects.say("resumed", project, 9);
        await().until(() -> http.get("/v1/needs/" + need).at("/open").equals("true"));
        projects.say("cancelled", project, 10);
        await().until(() -> http.get("/v1/needs/" + need).at("/standing").equals("ended"));
    }

    @Test
    void closesTheNeedsOfACampaignThatFailed() {
        String project = Projects.newId();
        String need = projects.launchedWithNeed(project, 4);

        events.publish(
                "quartier.catalog.projects.state",
                "quartier.project.state.v1",
                project,
                9,
                Map.of("project", project, "state", "not_funded"));

        await().until(() -> http.get("/v1/needs/" + need).at("/standing").equals("ended"));
    }

    @Test
    void endsUpAsTheNewestEventSaysWhateverComesFirst() {
        String project = Projects.newId();
        projects.say("cancelled", project, 9);
        projects.say("suspended", project, 8);
        projects.launch(project, 7, 4);
        String need = project + ".n1";

        await().until(() -> http.get("/v1/needs/" + need).status() == 200);
        await().until(() -> http.get("/v1/needs/" + need).at("/standing").equals("ended"));
    }

    @Test
    void putsAnUnreadableEventAsideAndGoesOn() {
        String project = Projects.newId();
        events.publish(Projects.TOPIC, "quartier.project.launched.v1", project, 3, "{\"needs\": 7");
        events.publish(Projects.TOPIC, "quartier.project.launched.v1", project, 3, "{\"project\":null,\"needs\":[{}]}");

        assertThat(projects.launchedWithNeed(project, 4)).isNotBlank();
    }

    @Test
    void filtersTheListByProjectTerritoryKindAndOpenness() {
        String project = Projects.newId();
        String need = projects.launchedWithNeed(project, 4);

        for (String matching : List.of(
                "project=" + project,
                "project=" + project + "&territory=auvergne-rhone-alpes&kind=labour&open=true",
                "project=" + project + "&territory=&kind=")) {
            assertThat(http.get("/v1/needs?" + matching).at("/items/0/id")).isEqualTo(need);
        }
        for (String other : List.of("territory=saint-etienne", "kind=advice")) {
            assertThat(http.get("/v1/needs?project=" + project + "&" + other)
                            .json()
                            .get("items"))
                    .isEmpty();
        }
        assertThat(http.get("/v1/needs?kind=money").problem()).isEqualTo("invalid-fields");
        assertThat(http.get("/v1/needs?limit=101").problem()).isEqualTo("invalid-fields");
        assertThat(http.get("/v1/needs?cursor=%21").problem()).isEqualTo("invalid-fields");
    }

    @Test
    void walksAllPagesWithoutGapsOrRepetitions() {
        var all = List.of(projects.launchedWithNeed(1), projects.launchedWithNeed(1), projects.launchedWithNeed(1));

        var seen = new java.util.ArrayList<String>();
        String next = "";
        do {
            var page = http.get("/v1/needs?limit=2" + next);
            page.json().get("items").forEach(item -> seen.add(item.get("id").asString()));
            next = page.json().has("next") ? "&cursor=" + page.at("/next") : "";
        } while (!next.isEmpty());

        assertThat(seen).containsAll(all).doesNotHaveDuplicates();
    }
}
