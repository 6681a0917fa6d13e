package quartier.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.catalog.CatalogDriver.form;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import quartier.catalog.project.CarryProject;
import quartier.catalog.project.Projects;
import quartier.testing.QuartierIT;
import quartier.testing.SeenEvent;
import quartier.testing.TestEvents;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;

/** What time alone brings, with a clock that is ahead. */
@QuartierIT
class SweeperIT {

    private final TestEvents events;
    private final Projects projects;
    private final CatalogDriver catalog;

    @Autowired
    SweeperIT(TestHttp http, TestTokens tokens, TestEvents events, Projects projects) {
        this.events = events;
        this.projects = projects;
        this.catalog = new CatalogDriver(http, tokens);
    }

    @Test
    void anOwnerWhoFellSilentIsRemindedOnce() {
        String id = catalog.launched(form());
        var later = new CarryProject(projects, Clock.offset(Clock.systemUTC(), Duration.ofDays(46)));

        later.remindTheSilent(1_000);
        later.remindTheSilent(1_000);
        catalog.owner().post("/v1/projects/" + id + "/cancel", Map.of("reason", "Assez attendu"));

        List<SeenEvent> told = events.await(
                "quartier.catalog.projects",
                event -> event.subject().equals(id)
                        && List.of("quartier.project.silent.v1", "quartier.project.cancelled.v1")
                                .contains(event.type()),
                2);
        assertThat(told)
                .extracting(SeenEvent::type)
                .containsExactly("quartier.project.silent.v1", "quartier.project.cancelled.v1");
        assertThat(catalog.read(id).json().has("silentFrom")).isFalse();
    }
}
