package quartier.notification;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import quartier.testing.TestEvents;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;
import tools.jackson.databind.JsonNode;

/** What the other services would say of one project, and what its members see; each instance has people of its own. */
final class Neighbourhood {

    static final String PROJECTS = "quartier.catalog.projects";
    static final String PLEDGES = "quartier.pledge.pledges";
    static final String CAMPAIGNS = "quartier.pledge.campaigns";
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestEvents events;
    private final TestTokens tokens;
    private final TestHttp http;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private long sequence;

    final String project = "kfe-" + run;
    final String title = "Le Kfé du 33 (" + run + ")";

    Neighbourhood(TestEvents events, TestTokens tokens, TestHttp http) {
        this.events = events;
        this.tokens = tokens;
        this.http = http;
    }

    String name(String person) {
        return person + run;
    }

    String member(String person) {
        return TestTokens.idOf(name(person));
    }

    String address(String person) {
        return name(person) + "@example.org";
    }

    TestHttp as(String person) {
        return http.as(tokens.member(name(person)));
    }

    /** Registers the person's address, so that mail goes out. */
    void reachable(String person, String language) {
        var answer = as(person)
                .put("/v1/me/contact", Map.of("email", address(person), "name", name(person), "language", language));
        if (answer.status() != 200) {
            throw new AssertionError(answer);
        }
    }

    void follows(String person) {
        await().atMost(PATIENCE)
                .until(() -> as(person).put("/v1/me/follows/" + project, "").status() == 204);
    }

    /** The person's inbox in this language, oldest first, once it has at least so many notices. */
    List<JsonNode> inbox(String person, String language, int atLeast) {
        return await().atMost(PATIENCE)
                .until(
                        () -> as(person)
                                .with("Accept-Language", language)
                                .get("/v1/me/notices?limit=100")
                                .json()
                                .path("items")
                                .valueStream()
                                .toList()
                                .reversed(),
                        notices -> notices.size() >= atLeast);
    }

    List<String> kinds(String person, int atLeast) {
        return inbox(person, "fr", atLeast).stream()
                .map(notice -> notice.path("kind").asString())
                .toList();
    }

    void project(String fact, Map<String, ?> more) {
        project(fact, more, ++sequence);
    }

    void project(String fact, Map<String, ?> more, long version) {
        Map<String, Object> data = new LinkedHashMap<>(Map.of(
                "project",
                project,
                "slug",
                "le-kfe-du-33-" + run,
                "title",
                title,
                "territory",
                "lyon",
                "territoryPath",
                List.of("auvergne-rhone-alpes", "lyon"),
                "theme",
                "convivialite",
                "ownerKind",
                "association",
                "owner",
                member("alexis")));
        data.putAll(more);
        events.publish(PROJECTS, "quartier.project." + fact + ".v1", project, version, data);
    }

    void launched() {
        project(
                "launched",
                Map.of("terms", Map.of("currency", "EUR", "goal", 600_000, "deadline", "2027-04-15T21:59:59Z")));
    }

    void updated(String updateTitle) {
        project("updated", Map.of("update", Map.of("id", "u" + sequence, "title", updateTitle)));
    }

    void pledge(String fact, String pledge, String person, Map<String, ?> more) {
        Map<String, Object> data = new LinkedHashMap<>(Map.of(
                "pledge",
                pledge + run,
                "campaign",
                project,
                "backer",
                member(person),
                "amount",
                Map.of("amount", 2_500, "currency", "EUR")));
        data.putAll(more);
        events.publish(PLEDGES, "quartier.pledge." + fact + ".v1", pledge + run, project, ++sequence, data);
    }

    void backed(String pledge, String person) {
        pledge(
                "confirmed",
                pledge,
                person,
                Map.of("visibility", "name", "at", Instant.now().toString()));
    }

    void totals(String state, long percent) {
        campaign(
                "totals",
                Map.of(
                        "state",
                        state,
                        "collected",
                        Map.of("amount", percent * 6_000, "currency", "EUR"),
                        "backers",
                        12,
                        "percent",
                        percent,
                        "tiers",
                        List.of()));
    }

    void verdict(String fact, long collected) {
        campaign(
                fact,
                Map.of(
                        "goal", Map.of("amount", 600_000, "currency", "EUR"),
                        "collected", Map.of("amount", collected, "currency", "EUR"),
                        "backers", 42,
                        "verdictPage", 9,
                        "at", Instant.now().toString()));
    }

    void campaign(String fact, Map<String, ?> more) {
        Map<String, Object> data = new LinkedHashMap<>(more);
        data.put("campaign", project);
        events.publish(CAMPAIGNS, "quartier.campaign." + fact + ".v1", project, ++sequence, data);
    }

    long sequence() {
        return sequence;
    }
}
