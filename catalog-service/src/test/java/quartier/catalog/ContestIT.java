package quartier.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static quartier.catalog.CatalogDriver.formWith;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

/** A call from its questions to its result, as staff, owners, jurors and members live it; and what is refused. */
@QuartierIT
class ContestIT {

    private static final Instant OPEN = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant JURY = Instant.parse("2026-12-10T09:00:00Z");
    private static final Instant VOTE = Instant.parse("2026-12-20T09:00:00Z");
    private static final Instant RESULT = Instant.parse("2027-01-05T09:00:00Z");

    private final TestHttp http;
    private final TestTokens tokens;
    private final TestEvents events;
    private final TestClock clock;
    private final CatalogDriver catalog;

    @Autowired
    ContestIT(TestHttp http, TestTokens tokens, TestEvents events, TestClock clock) {
        this.http = http;
        this.tokens = tokens;
        this.events = events;
        this.clock = clock;
        this.catalog = new CatalogDriver(http, tokens);
    }

    @BeforeEach
    void open() {
        clock.moveTo(OPEN);
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void goesFromQuestionsThroughJuryAndVoteToAResult() {
        String call = announced(call());
        String first = entered(call, "Le premier");
        String second = entered(call, "Le second");
        seat(call, "jury1");
        seat(call, "jury2");

        clock.moveTo(JURY);
        assertThat(http.get(path(call)).at("/phase")).isEqualTo("jury");
        score(call, "jury1", first, 8, 6);
        score(call, "jury1", first, 9, 6);
        score(call, "jury2", first, 7, 8);
        score(call, "jury1", second, 5, 5);
        Answer during = staff().get(path(call) + "/standings");
        assertThat(during.json().at("/items/0").has("mean")).isFalse();
        assertThat(staff().put(path(call) + "/result", Map.of("awards", List.of()))
                        .problem())
                .isEqualTo("result-too-early");

        clock.moveTo(VOTE);
        assertThat(as("jury1").put(scores(call, second), marks(9, 9)).problem()).isEqualTo("jury-not-sitting");
        assertThat(as("remi")
                        .post(path(call) + "/votes", Map.of("project", second))
                        .at("/choices/0"))
                .isEqualTo(second);
        assertThat(as("remi")
                        .post(path(call) + "/votes", Map.of("project", second))
                        .status())
                .isEqualTo(200);
        assertThat(as("remi")
                        .post(path(call) + "/votes", Map.of("project", first))
                        .problem())
                .isEqualTo("votes-used");
        assertThat(http.post(path(call) + "/votes", Map.of("project", first)).problem())
                .isEqualTo("unauthenticated");
        assertThat(staff().get(path(call) + "/standings").json().at("/items/0").has("votes"))
                .as("hidden until the end")
                .isFalse();

        clock.moveTo(RESULT);
        assertThat(as("ines")
                        .post(path(call) + "/votes", Map.of("project", first))
                        .problem())
                .isEqualTo("vote-not-open");
        Map<String, Object> awards = Map.of("awards", List.of(award(first, 300_000)));
        assertThat(http.get(path(call) + "/result").status()).isEqualTo(404);
        Answer result = staff().put(path(call) + "/result", awards);
        assertThat(result.at("/standings/0/project")).isEqualTo(first);
        assertThat(result.at("/standings/0/rank")).isEqualTo("1");
        // (9×60 + 6×40 + 7×60 + 8×40) / 2 = 760 hundredths.
        assertThat(result.at("/standings/0/mean")).isEqualTo("7.6");
        assertThat(result.at("/standings/0/scores")).isEqualTo("2");
        assertThat(result.at("/standings/1/votes")).isEqualTo("1");
        assertThat(http.get(path(call) + "/result").at("/awards/0/prize/fr")).isEqualTo("Une subvention");
        assertThat(staff().put(path(call) + "/result", awards).status()).isEqualTo(200);
        assertThat(staff().put(path(call) + "/result", Map.of("awards", List.of()))
                        .problem())
                .isEqualTo("result-published");

        SeenEvent told =
                events.awaitOn("quartier.catalog.calls", "quartier.call.result-published.v1", "result-" + call);
        assertThat(EventContracts.own().faultsOf(told.type(), told.data())).isEmpty();
        assertThat(told.data().at("/entrants/0/prize").asString()).isEqualTo("Une subvention");
    }

    @Test
    void keepsWhoeverCarriesOrBackedAProjectFromScoringIt() {
        String call = announced(call());
        String id = entered(call, "À moi");
        seat(call, "alexis");
        seat(call, "marc");
        seat(call, "ines");
        events.publish(
                "quartier.pledge.pledges",
                "quartier.pledge.confirmed.v1",
                UUID.randomUUID().toString(),
                1,
                Map.of("campaign", id, "backer", "m-marc"));
        clock.moveTo(JURY);

        assertThat(as("alexis").put(scores(call, id), marks(10, 10)).problem()).isEqualTo("conflict-of-interest");
        await().untilAsserted(() -> assertThat(
                        as("marc").get(path(call) + "/jury/desk").at("/items/0/conflict"))
                .isEqualTo("backer"));
        assertThat(as("marc").put(scores(call, id), marks(10, 10)).problem()).isEqualTo("conflict-of-interest");
        score(call, "ines", id, 3, 3);
        String conflict = path(call) + "/jury/conflicts/" + id;
        assertThat(fields(as("ines").put(conflict, Map.of()))).containsExactly("reason:required");
        assertThat(as("ines").put(conflict, Map.of("reason", "Ma sœur en est")).at("/items/0/conflict"))
                .isEqualTo("declared");
        assertThat(as("ines").put(scores(call, id), marks(1, 1)).problem()).isEqualTo("conflict-of-interest");
        assertThat(as("remi").put(scores(call, id), marks(1, 1)).problem()).isEqualTo("not-on-the-jury");

        clock.moveTo(RESULT);
        assertThat(staff().get(path(call) + "/standings").at("/items/0/scores")).isEqualTo("0");
    }

    @Test
    void refusesScoresOutOfRangeOrMissing() {
        String call = announced(call());
        String id = entered(call, "Noté");
        seat(call, "jury3");
        clock.moveTo(JURY);

        assertThat(fields(as("jury3").put(scores(call, id), marks(11, -1))))
                .containsExactlyInAnyOrder("scores.lien:score-out-of-range", "scores.cout:score-out-of-range");
        assertThat(fields(as("jury3").put(scores(call, id), Map.of("scores", Map.of("lien", 3, "chic", 2)))))
                .containsExactly("scores.cout:criterion-not-scored", "scores:unknown-criterion");
        assertThat(as("jury3").put(scores(call, "nothing"), marks(1, 1)).problem())
                .isEqualTo("not-in-call");
    }

    @Test
    void seatsWhoeverHasTheInvitationOnce() {
        String call = announced(call());
        Answer named = staff().withKey().post(path(call) + "/jury", Map.of("name", "Mme la maire"));
        String code = named.at("/items/0/code");

        assertThat(http.get(path(call) + "/jury").body())
                .contains("Mme la maire")
                .doesNotContain(code);
        assertThat(as("remi").get(path(call) + "/jury").body()).doesNotContain(code);
        assertThat(as("anne")
                        .post(path(call) + "/jury/accept", Map.of("code", code))
                        .at("/mine"))
                .isEqualTo("true");
        assertThat(as("remi")
                        .post(path(call) + "/jury/accept", Map.of("code", code))
                        .problem())
                .isEqualTo("invitation-unknown");
        assertThat(as("said", "animator:saint-etienne")
                        .withKey()
                        .post(path(call) + "/jury", Map.of("name", "Un ami"))
                        .problem())
                .isEqualTo("not-your-territory");
        clock.moveTo(VOTE);
        assertThat(staff().withKey()
                        .post(path(call) + "/jury", Map.of("name", "Trop tard"))
                        .problem())
                .isEqualTo("jury-fixed");
    }

    @Test
    void takesAnswersOnceWhileItIsOpen() {
        String call = announced(call());
        String id = catalog.launched(formWith("title", "Répond"));
        String answers = path(call) + "/applications/" + id;

        assertThat(fields(
                        catalog.owner().put(answers, Map.of("answers", Map.of("combien", "beaucoup", "qui", "Tous")))))
                .containsExactly(
                        "answers.pourquoi:required", "answers.qui:unknown-option", "answers.combien:number-unreadable");
        assertThat(as("remi").put(answers, given("Pour eux")).problem()).isEqualTo("not-the-owner");
        assertThat(catalog.owner().put(answers, given("=2+2")).status()).isEqualTo(200);
        assertThat(catalog.owner().put(answers, given("=2+2")).status()).isEqualTo(200);
        assertThat(catalog.owner().put(answers, given("Autre")).problem()).isEqualTo("answers-frozen");
        assertThat(as("remi").get(answers).status()).isEqualTo(404);

        catalog.owner().put("/v1/projects/" + id + "/call", Map.of("call", call));
        assertThat(staff().get(path(call) + "/applications.csv").body())
                .contains("pourquoi;qui;combien", ";'=2+2;Enfants;12");
        assertThat(as("jules", "animator:lyon")
                        .get(path(call) + "/applications.csv")
                        .problem())
                .isEqualTo("not-your-territory");
        String late = catalog.launched(formWith("title", "En retard"));
        clock.moveTo(JURY);
        assertThat(catalog.owner()
                        .put(path(call) + "/applications/" + late, given("Trop tard"))
                        .problem())
                .isEqualTo("call-not-open");
    }

    @Test
    void judgesOnlyProjectsThatAnsweredWhatIsDemanded() {
        String call = announced(call());
        String silent = catalog.launched(formWith("call", call));

        assertThat(http.get(path(call) + "/entrants").body()).doesNotContain(silent);

        catalog.owner().put(path(call) + "/applications/" + silent, given("Enfin"));
        assertThat(http.get(path(call) + "/entrants").body()).contains(silent);
    }

    @Test
    void countsOneVoteOfAMemberWhoVotesManyTimesAtOnce() throws Exception {
        String call = announced(call());
        List<String> projects = List.of(entered(call, "Un"), entered(call, "Deux"));
        clock.moveTo(VOTE);
        int counted = 0;
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> votes = IntStream.range(0, 10)
                    .mapToObj(i -> hands.submit((Callable<Integer>) () -> as("zoe")
                            .post(path(call) + "/votes", Map.of("project", projects.get(i % 2)))
                            .status()))
                    .toList();
            for (Future<Integer> vote : votes) {
                counted += vote.get() == 200 ? 1 : 0;
            }
        }

        assertThat(counted).isEqualTo(5);
        assertThat(as("zoe").get(path(call) + "/votes/mine").json().path("choices"))
                .hasSize(1);
    }

    @Test
    void tellsWhatIsWrongWithPhasesWeightsAndQuestions() {
        Map<String, Object> wrong = call();
        wrong.put("phases", Map.of("juryUntil", "2026-12-15T00:00:00Z", "preferenceUntil", "2026-12-10T00:00:00Z"));
        wrong.put("criteria", List.of(criterion("lien", 60), criterion("lien", 30)));
        wrong.put("questions", List.of(question("q1", "choice", List.of("Seul"))));
        wrong.put("envelope", Map.of("amount", 0, "currency", "EUR"));

        assertThat(fields(staff().withKey().post("/v1/calls", wrong)))
                .containsExactly(
                        "phases.preferenceUntil:phase-out-of-order",
                        "criteria[1].id:duplicate-id",
                        "criteria:weights-not-100",
                        "questions[0].options:choice-needs-options",
                        "envelope.amount:amount-not-positive");
    }

    @Test
    void keepsWhatBegunPhasesRestOn() {
        Answer announced = staff().withKey().post("/v1/calls", call());
        Map<String, Object> changed = call();
        changed.put("questions", List.of());
        TestHttp writer = staff().with("If-Match", String.valueOf(announced.header("ETag")));
        assertThat(fields(writer.put(path(announced.at("/id")), changed))).containsExactly("questions:questions-fixed");

        clock.moveTo(JURY);
        Map<String, Object> longer = call();
        longer.put("phases", Map.of("juryUntil", "2026-12-16T00:00:00Z", "preferenceUntil", "2026-12-31T00:00:00Z"));
        assertThat(writer.put(path(announced.at("/id")), longer).status()).isEqualTo(200);
        longer.put("criteria", List.of(criterion("lien", 50), criterion("cout", 50)));
        longer.put("phases", Map.of("preferenceUntil", "2026-12-31T00:00:00Z"));
        longer.put("closesAt", "2026-12-30T00:00:00Z");
        assertThat(fields(staff().with("If-Match", "\"2\"").put(path(announced.at("/id")), longer)))
                .containsExactly("closesAt:closed-already", "phases.juryUntil:phase-begun", "criteria:criteria-fixed");
    }

    @Test
    void givesNoMoreThanTheEnvelopeAndOnlyToThoseWhoCompete() {
        String call = announced(call());
        String id = entered(call, "Seul en lice");
        clock.moveTo(RESULT);

        assertThat(fields(staff().put(
                                path(call) + "/result",
                                Map.of("awards", List.of(award(id, 1), award(id, 1), award("x", 1))))))
                .containsExactly("awards[1].project:awarded-twice", "awards[2].project:not-an-entrant");
        assertThat(fields(staff().put(path(call) + "/result", Map.of("awards", List.of(award(id, 2_000_001))))))
                .containsExactly("awards:over-envelope");
        assertThat(as("jules", "animator:lyon")
                        .put(path(call) + "/result", Map.of("awards", List.of()))
                        .problem())
                .isEqualTo("not-your-territory");
    }

    private String announced(Map<String, Object> form) {
        Answer answer = staff().withKey().post("/v1/calls", form);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.at("/id");
    }

    private String entered(String call, String title) {
        Map<String, Object> form = formWith("title", title);
        form.put("call", call);
        String id = catalog.launched(form);
        Answer answered = catalog.owner().put(path(call) + "/applications/" + id, given("Parce que"));
        assertThat(answered.status()).as(answered.body()).isEqualTo(200);
        return id;
    }

    private void seat(String call, String juror) {
        Answer answer = staff().withKey().post(path(call) + "/jury", Map.of("name", juror, "member", "m-" + juror));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private void score(String call, String juror, String project, int lien, int cout) {
        Answer answer = as(juror).put(scores(call, project), marks(lien, cout));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static Map<String, Object> call() {
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("territory", "auvergne-rhone-alpes");
        call.put("title", Map.of("fr", "Ensemble"));
        call.put("text", Map.of("fr", "Ce que nous cherchons."));
        call.put("opensAt", "2026-11-02T08:00:00Z");
        call.put("closesAt", "2026-12-01T22:59:59Z");
        call.put("phases", Map.of("juryUntil", "2026-12-15T00:00:00Z", "preferenceUntil", "2026-12-31T00:00:00Z"));
        call.put("criteria", List.of(criterion("lien", 60), criterion("cout", 40)));
        call.put(
                "questions",
                List.of(
                        Map.of("id", "pourquoi", "label", Map.of("fr", "Pourquoi ?"), "kind", "text", "required", true),
                        question("qui", "choice", List.of("Enfants", "Adultes")),
                        Map.of("id", "combien", "label", Map.of("fr", "Combien ?"), "kind", "number")));
        call.put("envelope", Map.of("amount", 2_000_000, "currency", "EUR"));
        return call;
    }

    private static Map<String, Object> question(String id, String kind, List<String> options) {
        return Map.of(
                "id",
                id,
                "label",
                Map.of("fr", "Pour qui ?"),
                "kind",
                kind,
                "options",
                options.stream().map(option -> Map.of("fr", option)).toList());
    }

    private static Map<String, Object> criterion(String id, int weight) {
        return Map.of("id", id, "label", Map.of("fr", "Critère " + id), "weightPercent", weight);
    }

    private static Map<String, Object> award(String project, long cents) {
        return Map.of(
                "project", project,
                "prize", Map.of("fr", "Une subvention"),
                "reason", Map.of("fr", "Le plus proche de tous."),
                "amount", Map.of("amount", cents, "currency", "EUR"));
    }

    private static Map<String, Object> given(String why) {
        return Map.of("answers", Map.of("pourquoi", why, "qui", "Enfants", "combien", "12"));
    }

    private static Map<String, Object> marks(int lien, int cout) {
        return Map.of("scores", Map.of("lien", lien, "cout", cout));
    }

    private static String path(String call) {
        return "/v1/calls/" + call;
    }

    private static String scores(String call, String project) {
        return path(call) + "/jury/scores/" + project;
    }

    private static List<String> fields(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        List<String> fields = new ArrayList<>();
        answer.json()
                .path("errors")
                .forEach(error -> fields.add(error.path("field").asString() + ":"
                        + error.path("code").asString()));
        return fields;
    }

    private TestHttp staff() {
        return as("zone", "animator:auvergne-rhone-alpes");
    }

    private TestHttp as(String name, String... roles) {
        return http.as(tokens.with(name, roles));
    }
}
