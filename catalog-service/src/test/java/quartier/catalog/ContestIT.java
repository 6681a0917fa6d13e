package quartier.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static quartier.catalog.CatalogDriver.formWith;
import static quartier.catalog.ContestDriver.award;
import static quartier.catalog.ContestDriver.call;
import static quartier.catalog.ContestDriver.fields;
import static quartier.catalog.ContestDriver.given;
import static quartier.catalog.ContestDriver.marks;
import static quartier.catalog.ContestDriver.path;
import static quartier.catalog.ContestDriver.scores;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
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

/** A call from its questions to its result, as staff, owners, jurors and members live it. */
@QuartierIT
class ContestIT extends CallSeason {

    private final TestHttp http;
    private final TestEvents events;
    private final CatalogDriver catalog;

    @Autowired
    ContestIT(TestHttp http, TestTokens tokens, TestEvents events, TestClock clock) {
        super(http, tokens, clock);
        this.http = http;
        this.events = events;
        this.catalog = new CatalogDriver(http, tokens);
    }

    @Test
    void goesFromQuestionsThroughJuryAndVoteToAResult() {
        String call = contest.announced(call());
        String first = contest.entered(call, "Le premier");
        String second = contest.entered(call, "Le second");
        contest.seat(call, "jury1");
        contest.seat(call, "jury2");

        clock.moveTo(JURY);
        assertThat(http.get(path(call)).at("/phase")).isEqualTo("jury");
        contest.score(call, "jury1", first, 8, 6);
        contest.score(call, "jury1", first, 9, 6);
        contest.score(call, "jury2", first, 7, 8);
        contest.score(call, "jury1", second, 5, 5);
        Answer during = contest.staff().get(path(call) + "/standings");
        assertThat(during.json().at("/items/0").has("mean")).isFalse();
        assertThat(contest.staff()
                        .put(path(call) + "/result", Map.of("awards", List.of()))
                        .problem())
                .isEqualTo("result-too-early");

        clock.moveTo(VOTE);
        assertThat(contest.as("jury1").put(scores(call, second), marks(9, 9)).problem())
                .isEqualTo("jury-not-sitting");
        assertThat(contest.as("remi")
                        .post(path(call) + "/votes", Map.of("project", second))
                        .at("/choices/0"))
                .isEqualTo(second);
        assertThat(contest.as("remi")
                        .post(path(call) + "/votes", Map.of("project", second))
                        .status())
                .isEqualTo(200);
        assertThat(contest.as("remi")
                        .post(path(call) + "/votes", Map.of("project", first))
                        .problem())
                .isEqualTo("votes-used");
        assertThat(http.post(path(call) + "/votes", Map.of("project", first)).problem())
                .isEqualTo("unauthenticated");
        assertThat(contest.staff()
                        .get(path(call) + "/standings")
                        .json()
                        .at("/items/0")
                        .has("votes"))
                .as("hidden until the end")
                .isFalse();

        clock.moveTo(RESULT);
        assertThat(contest.as("ines")
                        .post(path(call) + "/votes", Map.of("project", first))
                        .problem())
                .isEqualTo("vote-not-open");
        Map<String, Object> awards = Map.of("awards", List.of(award(first, 300_000)));
        assertThat(http.get(path(call) + "/result").status()).isEqualTo(404);
        Answer result = contest.staff().put(path(call) + "/result", awards);
        assertThat(result.at("/standings/0/project")).isEqualTo(first);
        assertThat(result.at("/standings/0/rank")).isEqualTo("1");
        // (9×60 + 6×40 + 7×60 + 8×40) / 2 = 760 hundredths.
        assertThat(result.at("/standings/0/mean")).isEqualTo("7.6");
        assertThat(result.at("/standings/0/scores")).isEqualTo("2");
        assertThat(result.at("/standings/1/votes")).isEqualTo("1");
        assertThat(http.get(path(call) + "/result").at("/awards/0/prize/fr")).isEqualTo("Une subvention");
        assertThat(contest.staff().put(path(call) + "/result", awards).status()).isEqualTo(200);
        assertThat(contest.staff()
                        .put(path(call) + "/result", Map.of("awards", List.of()))
                        .problem())
                .isEqualTo("result-published");

        SeenEvent told =
                events.awaitOn("quartier.catalog.calls", "quartier.call.result-published.v1", "result-" + call);
        assertThat(EventContracts.own().faultsOf(told.type(), told.data())).isEmpty();
        assertThat(told.data().at("/entrants/0/prize").asString()).isEqualTo("Une subvention");
    }

    @Test
    void keepsWhoeverCarriesOrBackedAProjectFromScoringIt() {
        String call = contest.announced(call());
        String id = contest.entered(call, "À moi");
        contest.seat(call, "alexis");
        contest.seat(call, "marc");
        contest.seat(call, "ines");
        events.publish(
                "quartier.pledge.pledges",
                "quartier.pledge.confirmed.v1",
                UUID.randomUUID().toString(),
                1,
                Map.of("campaign", id, "backer", "m-marc"));
        clock.moveTo(JURY);

        assertThat(contest.as("alexis").put(scores(call, id), marks(10, 10)).problem())
                .isEqualTo("conflict-of-interest");
        await().untilAsserted(() -> assertThat(
                        contest.as("marc").get(path(call) + "/jury/desk").at("/items/0/conflict"))
                .isEqualTo("backer"));
        assertThat(contest.as("marc").put(scores(call, id), marks(10, 10)).problem())
                .isEqualTo("conflict-of-interest");
        contest.score(call, "ines", id, 3, 3);
        String conflict = path(call) + "/jury/conflicts/" + id;
        assertThat(fields(contest.as("ines").put(conflict, Map.of()))).containsExactly("reason:required");
        assertThat(contest.as("ines")
                        .put(conflict, Map.of("reason", "Ma sœur en est"))
                        .at("/items/0/conflict"))
                .isEqualTo("declared");
        assertThat(contest.as("ines").put(scores(call, id), marks(1, 1)).problem())
                .isEqualTo("conflict-of-interest");
        assertThat(contest.as("remi").put(scores(call, id), marks(1, 1)).problem())
                .isEqualTo("not-on-the-jury");

        clock.moveTo(RESULT);
        assertThat(contest.staff().get(path(call) + "/standings").at("/items/0/scores"))
                .isEqualTo("0");
    }

    @Test
    void refusesScoresOutOfRangeOrMissing() {
        String call = contest.announced(call());
        String id = contest.entered(call, "Noté");
        contest.seat(call, "jury3");
        clock.moveTo(JURY);

        assertThat(fields(contest.as("jury3").put(scores(call, id), marks(11, -1))))
                .containsExactlyInAnyOrder("scores.lien:score-out-of-range", "scores.cout:score-out-of-range");
        assertThat(fields(contest.as("jury3").put(scores(call, id), Map.of("scores", Map.of("lien", 3, "chic", 2)))))
                .containsExactly("scores.cout:criterion-not-scored", "scores:unknown-criterion");
        assertThat(contest.as("jury3").put(scores(call, "nothing"), marks(1, 1)).problem())
                .isEqualTo("not-in-call");
    }

    @Test
    void seatsWhoeverHasTheInvitationOnce() {
        String call = contest.announced(call());
        Answer named = contest.staff().withKey().post(path(call) + "/jury", Map.of("name", "Mme la maire"));
        String code = named.at("/items/0/code");

        assertThat(http.get(path(call) + "/jury").body())
                .contains("Mme la maire")
                .doesNotContain(code);
        assertThat(contest.as("remi").get(path(call) + "/jury").body()).doesNotContain(code);
        assertThat(contest.as("anne")
                        .post(path(call) + "/jury/accept", Map.of("code", code))
                        .at("/mine"))
                .isEqualTo("true");
        assertThat(contest.as("remi")
                        .post(path(call) + "/jury/accept", Map.of("code", code))
                        .problem())
                .isEqualTo("invitation-unknown");
        assertThat(contest.as("said", "animator:saint-etienne")
                        .withKey()
                        .post(path(call) + "/jury", Map.of("name", "Un ami"))
                        .problem())
                .isEqualTo("not-your-territory");
        clock.moveTo(VOTE);
        assertThat(contest.staff()
                        .withKey()
                        .post(path(call) + "/jury", Map.of("name", "Trop tard"))
                        .problem())
                .isEqualTo("jury-fixed");
    }

    @Test
    void takesAnswersOnceWhileItIsOpen() {
        String call = contest.announced(call());
        String id = catalog.launched(formWith("title", "Répond"));
        String answers = path(call) + "/applications/" + id;

        assertThat(fields(
                        catalog.owner().put(answers, Map.of("answers", Map.of("combien", "beaucoup", "qui", "Tous")))))
                .containsExactly(
                        "answers.pourquoi:required", "answers.qui:unknown-option", "answers.combien:number-unreadable");
        assertThat(contest.as("remi").put(answers, given("Pour eux")).problem()).isEqualTo("not-the-owner");
        assertThat(catalog.owner().put(answers, given("=2+2")).status()).isEqualTo(200);
        assertThat(catalog.owner().put(answers, given("=2+2")).status()).isEqualTo(200);
        assertThat(catalog.owner().put(answers, given("Autre")).problem()).isEqualTo("answers-frozen");
        assertThat(contest.as("remi").get(answers).status()).isEqualTo(404);

        catalog.owner().put("/v1/projects/" + id + "/call", Map.of("call", call));
        assertThat(contest.staff().get(path(call) + "/applications.csv").body())
                .contains("pourquoi;qui;combien", ";'=2+2;Enfants;12");
        assertThat(contest.as("jules", "animator:lyon")
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
        String call = contest.announced(call());
        String silent = catalog.launched(formWith("call", call));

        assertThat(http.get(path(call) + "/entrants").body()).doesNotContain(silent);

        catalog.owner().put(path(call) + "/applications/" + silent, given("Enfin"));
        assertThat(http.get(path(call) + "/entrants").body()).contains(silent);
    }

    @Test
    void countsOneVoteOfAMemberWhoVotesManyTimesAtOnce() throws Exception {
        String call = contest.announced(call());
        List<String> projects = List.of(contest.entered(call, "Un"), contest.entered(call, "Deux"));
        clock.moveTo(VOTE);
        int counted = 0;
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> votes = IntStream.range(0, 10)
                    .mapToObj(i -> hands.submit((Callable<Integer>) () -> contest.as("zoe")
                            .post(path(call) + "/votes", Map.of("project", projects.get(i % 2)))
                            .status()))
                    .toList();
            for (Future<Integer> vote : votes) {
                counted += vote.get() == 200 ? 1 : 0;
            }
        }

        assertThat(counted).isEqualTo(5);
        assertThat(contest.as("zoe").get(path(call) + "/votes/mine").json().path("choices"))
                .hasSize(1);
    }
}
