package quartier.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quartier.testing.Answer;
import quartier.testing.TestHttp;
import tools.jackson.databind.JsonNode;

/** A project taken to its campaign by its owner and a moderator, through the public API. */
final class Campaign {

    static final String GOOD_CARD = "4242424242424242";

    private final RunningSystem system;
    private final String id;
    private final String slug;

    private Campaign(RunningSystem system, String id, String slug) {
        this.system = system;
        this.id = id;
        this.slug = slug;
    }

    /** Proposes, submits, reviews and launches; returns when pledges are taken. */
    static Campaign launched(RunningSystem system, String title, long goalEuros) {
        TestHttp owner = system.as("alexis");
        String id = submitted(system, title, goalEuros);
        ok(system.as("nadia").post("/api/catalog/v1/projects/" + id + "/review", approval(system)));
        verifyPayee(system, owner);
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            Answer launched = owner.post("/api/catalog/v1/projects/" + id + "/launch");
            // The catalog hears of the payee a moment later.
            boolean notHeardYet = launched.status() == 409 && launched.problem().equals("payee-not-verified");
            if (!notHeardYet) {
                ok(launched);
            }
            return !notHeardYet;
        });
        String slug = ok(owner.get("/api/catalog/v1/projects/" + id)).at("/slug");
        Campaign campaign = new Campaign(system, id, slug);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> system.http().get("/api/pledge/v1/campaigns/" + id).status() == 200);
        return campaign;
    }

    /** @return the id of a project of alexis that nobody else sees */
    static String drafted(RunningSystem system, String title, long goalEuros) {
        return ok(system.as("alexis").withKey().post("/api/catalog/v1/projects", form(title, goalEuros)))
                .at("/id");
    }

    /** @return the id of a project that waits for its review in Lyon */
    static String submitted(RunningSystem system, String title, long goalEuros) {
        String id = drafted(system, title, goalEuros);
        ok(system.as("alexis").post("/api/catalog/v1/projects/" + id + "/submit"));
        return id;
    }

    /** As an owner does it, on the sandbox bank's page. */
    private static void verifyPayee(RunningSystem system, TestHttp owner) {
        if (!owner.get("/api/pledge/v1/me/payee").at("/status").equals("verified")) {
            Answer registered = owner.post(
                    "/api/pledge/v1/payees",
                    Map.of("returnUrl", system.http().uri("/").toString()));
            assertThat(registered.status()).as(registered.body()).isIn(200, 201);
            system.http().post(URI.create(registered.at("/onboarding")).getPath() + "/approve");
        }
    }

    private static Map<String, Object> form(String title, long goalEuros) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("territory", "lyon");
        form.put("title", title);
        form.put("pitch", "Un lieu pour le quartier");
        form.put("story", "Nous voulons **ouvrir** ce lieu avec les voisins.\n\n<script>alert(1)</script>");
        form.put("district", "Guillotière");
        form.put("theme", "lien-social");
        form.put("ownerKind", "association");
        form.put("goal", euros(goalEuros));
        form.put("stretchGoals", List.of(euros(goalEuros + goalEuros / 4)));
        form.put("durationDays", 30);
        form.put("otherFunding", List.of(Map.of("source", "Fonds propres", "amount", euros(500))));
        form.put(
                "tiers",
                List.of(
                        Map.of("amount", euros(10), "reward", "Une carte postale", "deliveryMonth", deliveryMonth()),
                        Map.of(
                                "amount",
                                euros(50),
                                "reward",
                                "Un repas",
                                "stock",
                                5,
                                "deliveryMonth",
                                deliveryMonth())));
        form.put(
                "needs",
                List.of(
                        Map.of("kind", "labour", "title", "Repeindre la salle", "quantity", 2),
                        Map.of("kind", "tool", "title", "Un escabeau", "quantity", 1)));
        return form;
    }

    private static String deliveryMonth() {
        return RunningSystem.get().now().plus(Duration.ofDays(120)).toString().substring(0, 7);
    }

    private static Map<String, Object> approval(RunningSystem system) {
        JsonNode criteria =
                ok(system.http().get("/api/catalog/v1/territories/lyon")).json().at("/policy/reviewCriteria");
        List<Map<String, Object>> checklist = criteria.valueStream()
                .map(criterion ->
                        Map.<String, Object>of("criterion", criterion.at("/id").asString(), "met", true))
                .toList();
        return Map.of("decision", "approve", "checklist", checklist);
    }

    static Map<String, Object> euros(long euros) {
        return Map.of("amount", euros * 100, "currency", "EUR");
    }

    static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        return answer;
    }

    String id() {
        return id;
    }

    String slug() {
        return slug;
    }

    Answer pledge(TestHttp backer, long euros, String card) {
        return backer.post("/api/pledge/v1/pledges", pledgeOf(euros, card));
    }

    Map<String, Object> pledgeOf(long euros, String card) {
        return Map.of(
                "campaign", id, "amount", euros(euros), "visibility", "first_name", "payment", Map.of("card", card));
    }

    Map<String, Object> pledgeForReward(long euros, String tier) {
        Map<String, Object> pledge = new LinkedHashMap<>(pledgeOf(euros, GOOD_CARD));
        pledge.put("tier", tier);
        return pledge;
    }

    /** The pledge-service's own view. */
    JsonNode figures() {
        return ok(system.http().get("/api/pledge/v1/campaigns/" + id)).json();
    }

    long collectedCents() {
        return figures().at("/collected/amount").asLong();
    }

    /** The catalog's view, which follows the events. */
    JsonNode project() {
        return ok(system.http().get("/api/catalog/v1/projects/" + id)).json();
    }

    JsonNode statement() {
        return ok(system.as("alexis").get("/api/pledge/v1/campaigns/" + id + "/statement"))
                .json();
    }

    void awaitProjectState(String state) {
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(
                        () -> assertThat(project().at("/state").asString()).isEqualTo(state));
    }
}
