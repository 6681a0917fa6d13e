package quartier.catalog;

import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quartier.testing.Answer;
import quartier.testing.TestEvents;
import quartier.testing.TestHttp;
import quartier.testing.TestServers;
import quartier.testing.TestTokens;

/** Walks projects through the public API as their owners and moderators do. */
final class CatalogDriver {

    private static final List<String> CRITERIA = List.of(
            "local-interest",
            "small-scale",
            "real-need",
            "coproduction",
            "rewards-offered",
            "no-public-mission",
            "gifts-only");

    private static final TestEvents PAYEES = new TestEvents(TestServers.kafka());

    private final TestHttp http;
    private final TestTokens tokens;
    private final String owner;

    CatalogDriver(TestHttp http, TestTokens tokens) {
        this(http, tokens, "alexis");
    }

    /** @param owner somebody else, for a member may have so many projects and no more */
    CatalogDriver(TestHttp http, TestTokens tokens, String owner) {
        this.http = http;
        this.tokens = tokens;
        this.owner = owner;
    }

    static Map<String, Object> euros(long euros) {
        return Map.of("amount", euros * 100, "currency", "EUR");
    }

    /** A complete form that keeps to the policy of the default territories. */
    static Map<String, Object> form() {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("territory", "lyon");
        form.put("title", "Le Kfé du 33");
        form.put("pitch", "café de quartier, paniers AMAP et ressourcerie");
        form.put("story", "Un lieu **ouvert** à tous.");
        form.put("district", "Guillotière");
        form.put("place", Map.of("label", "33 rue de la Thibaudière", "lat", 45.7553, "lon", 4.8427));
        form.put("theme", "lien-social");
        form.put("ownerKind", "association");
        form.put("goal", euros(6000));
        form.put("stretchGoals", List.of(euros(8500)));
        form.put("durationDays", 60);
        form.put("otherFunding", List.of(Map.of("source", "Fonds propres", "amount", euros(2000))));
        form.put(
                "tiers",
                List.of(
                        Map.of("amount", euros(5), "reward", "Un café équitable"),
                        Map.of("amount", euros(15), "reward", "Le repas d’ouverture", "stock", 40)));
        form.put("needs", List.of(Map.of("kind", "labour", "title", "Repeindre la salle", "quantity", 6)));
        return form;
    }

    static Map<String, Object> formWith(String field, Object value) {
        Map<String, Object> form = form();
        form.put(field, value);
        return form;
    }

    static Map<String, Object> formWithout(String field) {
        Map<String, Object> form = form();
        form.remove(field);
        return form;
    }

    static Map<String, Object> approval() {
        List<Map<String, Object>> checklist = new ArrayList<>();
        CRITERIA.forEach(criterion -> checklist.add(Map.of("criterion", criterion, "met", true)));
        return Map.of("decision", "approve", "checklist", checklist);
    }

    TestHttp owner() {
        return http.as(tokens.member(owner));
    }

    TestHttp moderator() {
        return moderator("lyon");
    }

    private TestHttp moderator(String territory) {
        return http.as(tokens.with("nadia", "moderator:" + territory));
    }

    String draft(Map<String, Object> form) {
        return done(owner().withKey().post("/v1/projects", form), 201).at("/id");
    }

    String submitted(Map<String, Object> form) {
        String id = draft(form);
        done(owner().post("/v1/projects/" + id + "/submit"), 200);
        return id;
    }

    String approved(Map<String, Object> form) {
        return approvedIn("lyon", form);
    }

    private String approvedIn(String territory, Map<String, Object> form) {
        String id = submitted(form);
        done(moderator(territory).post("/v1/projects/" + id + "/review", approval()), 200);
        return id;
    }

    /** The owner is a verified payee, as soon as that is heard of. */
    String launched(Map<String, Object> form) {
        return launchedIn("lyon", form);
    }

    String launchedIn(String territory, Map<String, Object> form) {
        String id = approvedIn(territory, form);
        PAYEES.publish(
                "quartier.pledge.payees",
                "quartier.payee.verified.v1",
                TestTokens.idOf(owner),
                1,
                Map.of("payee", TestTokens.idOf(owner), "at", "2026-11-23T10:00:00Z"));
        await().until(() -> {
            Answer answer = owner().post("/v1/projects/" + id + "/launch");
            boolean notHeardYet = answer.status() == 409 && answer.problem().equals("payee-not-verified");
            return !notHeardYet && done(answer, 200) != null;
        });
        return id;
    }

    String launched() {
        return launched(form());
    }

    Answer read(String id) {
        return http.get("/v1/projects/" + id);
    }

    private static Answer done(Answer answer, int status) {
        if (answer.status() != status) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return answer;
    }
}
