package quartier.support;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import quartier.testing.TestEvents;

/** Says what catalog, pledge and in-kind services would say. */
final class Bus {

    private final TestEvents events;

    Bus(TestEvents events) {
        this.events = events;
    }

    static String newProject() {
        return "project-" + UUID.randomUUID();
    }

    void launch(String project, String owner, long sequence) {
        launch(project, owner, sequence, "EUR");
    }

    void launch(String project, String owner, long sequence, String currency) {
        var data = new LinkedHashMap<String, Object>(data(project, owner));
        data.put("launchedAt", Instant.now().toString());
        data.put("terms", Map.of("goal", 600_000, "deadline", "2027-01-20T18:00:00Z", "currency", currency));
        data.put("support", Map.of("minimumPercent", 30, "minimumBackers", 10));
        events.publish("quartier.catalog.projects", "quartier.project.launched.v1", project, sequence, data);
    }

    void say(String what, String project, long sequence) {
        events.publish(
                "quartier.catalog.projects",
                "quartier.project." + what + ".v1",
                project,
                sequence,
                data(project, "m-alexis"));
    }

    void totals(String project, long sequence, String state, int percent, int backers) {
        events.publish(
                "quartier.pledge.campaigns",
                "quartier.campaign.totals.v1",
                project,
                sequence,
                Map.of(
                        "campaign", project,
                        "state", state,
                        "collected", Map.of("amount", percent * 6_000, "currency", "EUR"),
                        "backers", backers,
                        "percent", percent,
                        "tiers", List.of()));
    }

    /** What the campaign says of an allowance. */
    void match(String campaign, String fund, String allowance, long matched, boolean released, long sequence) {
        events.publish(
                "quartier.pledge.campaigns",
                "quartier.campaign.match-changed.v1",
                campaign,
                sequence,
                Map.of(
                        "campaign", campaign,
                        "allowance", allowance,
                        "fund", fund,
                        "granted", Map.of("amount", matched, "currency", "EUR"),
                        "matched", Map.of("amount", matched, "currency", "EUR"),
                        "left", Map.of("amount", 0, "currency", "EUR"),
                        "released", released));
    }

    void need(String project, long sequence, int quantity, int accepted) {
        String need = project + ".n1";
        events.publish(
                "quartier.inkind.needs.state",
                "quartier.need.state.v1",
                need,
                sequence,
                Map.of(
                        "need",
                        need,
                        "project",
                        project,
                        "territory",
                        "lyon",
                        "kind",
                        "labour",
                        "title",
                        "Repeindre la salle",
                        "quantity",
                        quantity,
                        "promised",
                        accepted,
                        "accepted",
                        accepted,
                        "done",
                        0,
                        "open",
                        accepted < quantity));
    }

    private static Map<String, Object> data(String project, String owner) {
        return Map.of(
                "project", project,
                "slug", "le-kfe-du-33",
                "title", "Le Kfé du 33",
                "territory", "lyon",
                "territoryPath", List.of("auvergne-rhone-alpes", "lyon"),
                "district", "Guillotière",
                "theme", "lien-social",
                "ownerKind", "association",
                "owner", owner);
    }
}
