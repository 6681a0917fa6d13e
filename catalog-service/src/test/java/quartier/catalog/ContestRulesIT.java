package quartier.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.catalog.ContestDriver.award;
import static quartier.catalog.ContestDriver.call;
import static quartier.catalog.ContestDriver.criterion;
import static quartier.catalog.ContestDriver.fields;
import static quartier.catalog.ContestDriver.path;
import static quartier.catalog.ContestDriver.question;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import quartier.testing.Answer;
import quartier.testing.QuartierIT;
import quartier.testing.TestClock;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;

/** What a call refuses to those who lead it. */
@QuartierIT
class ContestRulesIT extends CallSeason {

    @Autowired
    ContestRulesIT(TestHttp http, TestTokens tokens, TestClock clock) {
        super(http, tokens, clock);
    }

    @Test
    void tellsWhatIsWrongWithPhasesWeightsAndQuestions() {
        Map<String, Object> wrong = call();
        wrong.put("phases", Map.of("juryUntil", "2026-12-15T00:00:00Z", "preferenceUntil", "2026-12-10T00:00:00Z"));
        wrong.put("criteria", List.of(criterion("lien", 60), criterion("lien", 30)));
        wrong.put("questions", List.of(question("q1", "choice", List.of("Seul"))));
        wrong.put("envelope", Map.of("amount", 0, "currency", "EUR"));

        assertThat(fields(contest.staff().withKey().post("/v1/calls", wrong)))
                .containsExactly(
                        "phases.preferenceUntil:phase-out-of-order",
                        "criteria[1].id:duplicate-id",
                        "criteria:weights-not-100",
                        "questions[0].options:choice-needs-options",
                        "envelope.amount:amount-not-positive");
    }

    @Test
    void keepsWhatBegunPhasesRestOn() {
        Answer announced = contest.staff().withKey().post("/v1/calls", call());
        Map<String, Object> changed = call();
        changed.put("questions", List.of());
        TestHttp writer = contest.staff().with("If-Match", String.valueOf(announced.header("ETag")));
        assertThat(fields(writer.put(path(announced.at("/id")), changed))).containsExactly("questions:questions-fixed");

        clock.moveTo(JURY);
        Map<String, Object> longer = call();
        longer.put("phases", Map.of("juryUntil", "2026-12-16T00:00:00Z", "preferenceUntil", "2026-12-31T00:00:00Z"));
        assertThat(writer.put(path(announced.at("/id")), longer).status()).isEqualTo(200);
        longer.put("criteria", List.of(criterion("lien", 50), criterion("cout", 50)));
        longer.put("phases", Map.of("preferenceUntil", "2026-12-31T00:00:00Z"));
        longer.put("closesAt", "2026-12-30T00:00:00Z");
        assertThat(fields(contest.staff().with("If-Match", "\"2\"").put(path(announced.at("/id")), longer)))
                .containsExactly("closesAt:closed-already", "phases.juryUntil:phase-begun", "criteria:criteria-fixed");
    }

    @Test
    void givesNoMoreThanTheEnvelopeAndOnlyToThoseWhoCompete() {
        String call = contest.announced(call());
        String id = contest.entered(call, "Seul en lice");
        clock.moveTo(RESULT);

        assertThat(fields(contest.staff()
                        .put(
                                path(call) + "/result",
                                Map.of("awards", List.of(award(id, 1), award(id, 1), award("x", 1))))))
                .containsExactly("awards[1].project:awarded-twice", "awards[2].project:not-an-entrant");
        assertThat(fields(contest.staff().put(path(call) + "/result", Map.of("awards", List.of(award(id, 2_000_001))))))
                .containsExactly("awards:over-envelope");
        assertThat(contest.as("jules", "animator:lyon")
                        .put(path(call) + "/result", Map.of("awards", List.of()))
                        .problem())
                .isEqualTo("not-your-territory");
    }
}
