package quartier.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.catalog.CatalogDriver.euros;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import quartier.testing.Answer;
import quartier.testing.QuartierIT;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;
import tools.jackson.databind.JsonNode;

/** Each guard rail stops what it must when a project is submitted, and says why at the field; the draft loses nothing. */
@QuartierIT
class RailsIT {

    private static final Map<String, Object> MANDATE =
            Map.of("mandateReference", "2026-12", "mandateDate", "2026-10-01", "accountantApproval", "Avis n° 7");

    private final TestHttp http;
    private final CatalogDriver catalog;

    @Autowired
    RailsIT(TestHttp http, TestTokens tokens) {
        this.http = http;
        this.catalog = new CatalogDriver(http, tokens);
    }

    /** @param told the first field that is named, with the rule that it breaks */
    record Breaking(String rail, Map<String, Object> changes, String told) {

        static Breaking of(String rail, String field, Object value, String told) {
            return new Breaking(rail, Map.of(field, value), told);
        }

        Map<String, Object> form() {
            Map<String, Object> form = new LinkedHashMap<>(CatalogDriver.form());
            form.putAll(changes);
            return form;
        }
    }

    static Stream<Breaking> formsThatBreakARail() {
        return Stream.of(
                Breaking.of("goal-cap", "goal", euros(15_001), "goal: goal-over-cap"),
                Breaking.of("overfunding-cap", "tiers", tier(9_001, "Tout"), "tiers[0].amount: tier-over-cap"),
                Breaking.of(
                        "overfunding-cap", "stretchGoals", List.of(euros(9_001)), "stretchGoals[0]: stretch-over-cap"),
                Breaking.of("duration", "durationDays", 29, "durationDays: duration-outside-policy"),
                Breaking.of("duration", "durationDays", 61, "durationDays: duration-outside-policy"),
                Breaking.of("rewards-offered", "tiers", List.of(), "tiers: rewards-missing"),
                Breaking.of(
                        "rewards-symbolic",
                        "tiers",
                        List.of(Map.of("amount", euros(100), "reward", "Un vélo", "marketValue", euros(26))),
                        "tiers[0].marketValue: reward-not-symbolic"),
                Breaking.of("gifts-only", "tiers", tier(10, "5 % d’intérêts par an"), "tiers[0].reward: paid-return"),
                Breaking.of("public-body", "ownerKind", "public_body", "publicBody: public-body-needs-mandate"),
                new Breaking(
                        "public-mission",
                        Map.of("ownerKind", "public_body", "publicBody", MANDATE),
                        "publicBody.beyondMission: beyond-mission-missing"),
                Breaking.of("coproduction", "needs", List.of(), "needs: needs-missing"),
                Breaking.of("local-interest", "district", "Montmartre", "district: unknown-district"),
                Breaking.of("local-interest", "theme", "luxe", "theme: unknown-theme"),
                Breaking.of("complete", "story", " ", "story: required"),
                Breaking.of("complete", "goal", euros(0), "goal: amount-not-positive"),
                Breaking.of("complete", "goal", euros(-5), "goal: amount-not-positive"),
                Breaking.of("complete", "goal", Map.of("amount", 600_000, "currency", "USD"), "goal: other-currency"),
                Breaking.of(
                        "complete", "stretchGoals", List.of(euros(6_000)), "stretchGoals[0]: stretch-not-above-goal"),
                Breaking.of(
                        "complete",
                        "budget",
                        List.of(Map.of("source", "Bois", "amount", euros(1))),
                        "budget: budget-not-balanced"),
                Breaking.of(
                        "complete",
                        "needs",
                        List.of(Map.of("kind", "money", "title", "Argent", "quantity", 1)),
                        "needs[0].kind: unknown-need-kind"));
    }

    private static List<Map<String, Object>> tier(long euros, String reward) {
        return List.of(Map.of("amount", euros(euros), "reward", reward));
    }

    @ParameterizedTest
    @MethodSource("formsThatBreakARail")
    void keepsTheDraftButDoesNotSubmitIt(Breaking breaking) {
        String id = catalog.draft(breaking.form());

        Answer answer = catalog.owner().post("/v1/projects/" + id + "/submit");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("invalid-fields");
        JsonNode error = answer.json().at("/errors/0");
        assertThat(error.path("field").asString() + ": " + error.path("code").asString())
                .isEqualTo(breaking.told());
        assertThat(error.path("message").asString())
                .doesNotContain("problem.field")
                .doesNotContain("{");
        Answer draft = catalog.owner().get("/v1/projects/" + id);
        assertThat(draft.at("/state")).isEqualTo("draft");
        assertThat(draft.header("ETag")).isEqualTo("\"1\"");
        assertThat(catalog.owner().get("/v1/projects/" + id + "/history").at("/items/0/details/0"))
                .isEqualTo(breaking.told());
        assertThat(broken(breaking)).containsExactly(breaking.rail());
    }

    /** As an owner reads it before they submit. */
    private List<String> broken(Breaking breaking) {
        return catalog.owner()
                .post("/v1/guardrails/check", breaking.form())
                .json()
                .path("items")
                .valueStream()
                .filter(outcome -> outcome.path("outcome").asString().equals("broken"))
                .map(outcome -> outcome.at("/rail/id").asString())
                .toList();
    }

    @Test
    void leavesNoPublishedRailUntried() {
        assertThat(formsThatBreakARail().map(Breaking::rail).distinct())
                .containsExactlyInAnyOrderElementsOf(published());
    }

    @Test
    void listsEveryRailToWhoWritesAndToWhoReviews() {
        String id = catalog.submitted(CatalogDriver.form());

        Answer written = catalog.owner().post("/v1/guardrails/check", CatalogDriver.form());
        Answer reviewed = catalog.moderator().get("/v1/projects/" + id + "/guardrails");

        for (Answer list : List.of(written, reviewed)) {
            assertThat(ids(list, "/rail/id")).containsExactlyElementsOf(published());
            assertThat(list.json().path("items")).allSatisfy(outcome -> {
                assertThat(outcome.at("/rail/title").asString()).isNotBlank();
                assertThat(outcome.at("/rail/text").asString()).isNotBlank().doesNotContain("{");
            });
        }
    }

    @Test
    void pointsWordsOfPeopleFarAwayOutToWhoWritesAndToWhoReviewsAndStopsNothing() {
        Map<String, Object> form = new LinkedHashMap<>(CatalogDriver.form());
        form.put("pitch", "Une aide humanitaire à l’étranger");

        assertThat(looked(catalog.owner().post("/v1/guardrails/check", form)))
                .containsExactly("local-interest: pitch: aide humanitaire");
        String id = catalog.submitted(form);

        assertThat(looked(catalog.moderator().get("/v1/projects/" + id + "/guardrails")))
                .containsExactly("local-interest: pitch: aide humanitaire");
    }

    private static List<String> looked(Answer outcomes) {
        return outcomes.json()
                .path("items")
                .valueStream()
                .filter(outcome -> outcome.path("outcome").asString().equals("look"))
                .map(outcome -> outcome.at("/rail/id").asString()
                        + ": "
                        + outcome.at("/clues/0/field").asString()
                        + ": "
                        + outcome.at("/clues/0/words").asString())
                .toList();
    }

    private List<String> published() {
        return ids(http.get("/v1/territories/lyon/guardrails"), "/id");
    }

    private static List<String> ids(Answer list, String at) {
        return list.json()
                .path("items")
                .valueStream()
                .map(item -> item.at(at).asString())
                .toList();
    }
}
