package quartier.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import quartier.testing.TestEvents;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;

@NotificationIT
class TellingIT {

    private final TestHttp http;
    private final TestTokens tokens;
    private final TestEvents events;
    private Neighbourhood lyon;

    @Autowired
    TellingIT(TestHttp http, TestTokens tokens, TestEvents events) {
        this.http = http;
        this.tokens = tokens;
        this.events = events;
        this.lyon = new Neighbourhood(events, tokens, http);
    }

    @BeforeEach
    void newNeighbourhood() {
        lyon = new Neighbourhood(events, tokens, http);
    }

    @Test
    void tellsTheOwnerOfTheReview() {
        lyon.project("submitted", Map.of());
        lyon.project("changes-requested", Map.of());
        lyon.project("refused", Map.of());
        lyon.project("approved", Map.of());

        assertThat(lyon.kinds("alexis", 3)).containsExactly("changes-requested", "refused", "approved");
    }

    @Test
    void tellsFollowersFromTheLaunchToTheVerdict() {
        lyon.launched();
        lyon.follows("remi");
        lyon.updated("Les murs sont peints");
        lyon.totals("live", 49);
        lyon.totals("live", 52);
        lyon.verdict("funded", 612_000);

        assertThat(lyon.kinds("remi", 3)).containsExactlyInAnyOrder("update-posted", "half-way", "funded");
        assertThat(lyon.kinds("alexis", 3)).containsExactlyInAnyOrder("launched", "half-way", "funded");
    }

    @Test
    void showsTheInboxInTheReadersLanguage() {
        lyon.launched();
        lyon.follows("remi");
        lyon.totals("live", 52);

        var french = lyon.inbox("remi", "fr-FR,fr;q=0.9", 1).getFirst();
        var english = lyon.inbox("remi", "en-GB", 1).getFirst();

        assertThat(french.path("text").asString())
                .isEqualTo(
                        "« %s », que vous suivez, a réuni 52 %% de son objectif. Parlez-en autour de vous pour l’aider à finir."
                                .formatted(lyon.title));
        assertThat(english.path("text").asString())
                .startsWith("“" + lyon.title + "”, which you follow, has collected 52%");
        assertThat(english.path("path").asString()).startsWith("/projets/le-kfe-du-33-");
    }

    @Test
    void tellsBackersOfTheirMoneyAndTheOutcome() {
        lyon.launched();
        lyon.backed("p1", "remi");
        assertThat(lyon.kinds("remi", 1)).containsExactly("pledge-confirmed");
        lyon.verdict("not-funded", 120_000);
        lyon.pledge("refunded", "p1", "remi", Map.of("reason", "not_funded"));

        assertThat(lyon.kinds("remi", 3)).containsExactlyInAnyOrder("pledge-confirmed", "not-funded", "refunded");
        var refund = lyon.inbox("remi", "fr", 3).stream()
                .filter(notice -> notice.path("kind").asString().equals("refunded"))
                .findFirst()
                .orElseThrow();
        assertThat(refund.path("text").asString()).contains("l’objectif n’a pas été atteint");
        assertThat(refund.path("path").asString()).startsWith("/contributions/p1");
    }

    @Test
    void tellsOnceWhatTheBusDeliversTwice() {
        lyon.launched();
        lyon.follows("remi");
        lyon.totals("live", 55);
        lyon.totals("live", 48);
        lyon.totals("live", 61);
        lyon.project("suspended", Map.of("reason", "À vérifier"));
        lyon.project("suspended", Map.of("reason", "À vérifier"), lyon.sequence());
        lyon.project("resumed", Map.of());

        assertThat(lyon.kinds("remi", 3)).containsExactlyInAnyOrder("half-way", "suspended", "resumed");
        lyon.verdict("funded", 610_000);
        assertThat(lyon.kinds("remi", 4)).hasSize(4);
    }

    /** Topics have no order among each other: verdict first, then the pledge, then the project itself. */
    @Test
    void tellsEverybodyWhenTopicsComeInTheWrongOrder() {
        lyon.pledge("refunded", "p1", "remi", Map.of("reason", "not_funded"));
        assertThat(lyon.kinds("remi", 1)).containsExactly("refunded");
        String before = Instant.now().minusSeconds(30).toString();
        lyon.verdict("not-funded", 120_000);
        lyon.campaign("paid-out", Map.of("net", Map.of("amount", 1, "currency", "EUR")));
        lyon.pledge("confirmed", "p1", "remi", Map.of("at", before));

        assertThat(lyon.kinds("remi", 3)).containsExactlyInAnyOrder("pledge-confirmed", "not-funded", "refunded");
        lyon.launched();
        assertThat(lyon.kinds("alexis", 3)).containsExactlyInAnyOrder("launched", "not-funded", "paid-out");
        assertThat(lyon.inbox("remi", "fr", 3))
                .allSatisfy(notice -> assertThat(notice.path("text").asString()).contains(lyon.title));
    }

    @Test
    void stopsNewsButNotTheMoneyWhenABackerUnfollows() {
        lyon.launched();
        lyon.backed("p1", "remi");
        assertThat(lyon.kinds("remi", 1)).containsExactly("pledge-confirmed");
        var follows = lyon.as("remi").get("/v1/me/follows").json();
        assertThat(follows.at("/items/0/because").asString()).isEqualTo("backed");
        assertThat(lyon.as("remi").delete("/v1/me/follows/" + lyon.project).status())
                .isEqualTo(204);

        lyon.updated("Les murs sont peints");
        lyon.backed("p2", "remi");
        lyon.verdict("funded", 600_000);

        assertThat(lyon.kinds("remi", 3)).containsExactlyInAnyOrder("pledge-confirmed", "pledge-confirmed", "funded");
        assertThat(lyon.as("remi").get("/v1/me/follows").json().path("items")).isEmpty();
    }

    @Test
    void keepsGoingAfterARecordThatIsNoEvent() {
        events.publishPoison(Neighbourhood.PROJECTS, lyon.project, "{\"no\":\"event\"}");
        lyon.launched();

        assertThat(lyon.kinds("alexis", 1)).containsExactly("launched");
    }

    @Test
    void countsFollowersOfOpenProjectsOnly() {
        lyon.project("submitted", Map.of());
        String count = "/v1/projects/" + lyon.project + "/followers/count";
        assertThat(lyon.as("remi").put("/v1/me/follows/" + lyon.project, "").status())
                .isEqualTo(404);
        assertThat(http.get(count).status()).isEqualTo(404);

        lyon.launched();
        lyon.follows("remi");
        lyon.follows("remi");
        lyon.follows("lea");

        await().until(() -> http.get(count).json().path("count").asLong() == 2);
    }
}
