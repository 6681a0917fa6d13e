package quartier.inkind;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import quartier.testing.TestEvents;
import quartier.testing.TestHttp;

/** Says on the bus what the catalog would say, and waits until the service has heard it. */
final class Projects {

    static final String TOPIC = "quartier.catalog.projects";

    private final TestEvents events;
    private final TestHttp http;

    Projects(TestEvents events, TestHttp http) {
        this.events = events;
        this.http = http;
    }

    static String newId() {
        return "project-" + UUID.randomUUID();
    }

    /** Launches Alexis's project with one need and gives the need's id. */
    String launchedWithNeed(int quantity) {
        return launchedWithNeed(newId(), quantity);
    }

    String launchedWithNeed(String project, int quantity) {
        launch(project, 7, quantity);
        String need = project + ".n1";
        await().until(() -> http.get("/v1/needs/" + need).status() == 200);
        return need;
    }

    void launch(String project, long sequence, int quantity) {
        var need = Map.of("id", "n1", "kind", "labour", "title", "Repeindre la salle", "quantity", quantity);
        var data = new java.util.LinkedHashMap<String, Object>(data(project));
        data.put("needs", List.of(need));
        events.publish(TOPIC, "quartier.project.launched.v1", project, sequence, data);
    }

    void say(String what, String project, long sequence) {
        events.publish(TOPIC, "quartier.project." + what + ".v1", project, sequence, data(project));
    }

    private static Map<String, Object> data(String project) {
        return Map.of(
                "project", project,
                "slug", "le-kfe-du-33",
                "title", "Le Kfé du 33",
                "territory", "lyon",
                "territoryPath", List.of("auvergne-rhone-alpes", "lyon"),
                "theme", "lien-social",
                "ownerKind", "association",
                "owner", "m-alexis");
    }
}
