package quartier.pledge.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static quartier.pledge.edge.Scene.change;
import static quartier.pledge.edge.Scene.pledge;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import quartier.testing.Answer;
import quartier.testing.TestClock;
import quartier.testing.TestHttp;
import tools.jackson.databind.JsonNode;

/** Members, networks and cards that try too often. */
@PledgeIT
@TestPropertySource(
        properties = {
            "quartier.test.risk=true",
            "quartier.risk.rules[0].id=member-attempts",
            "quartier.risk.rules[0].subject=member",
            "quartier.risk.rules[0].measure=attempts",
            "quartier.risk.rules[0].window=10m",
            "quartier.risk.rules[0].limit=6",
            "quartier.risk.rules[0].action=refuse",
            "quartier.risk.rules[1].id=address-failures",
            "quartier.risk.rules[1].subject=address",
            "quartier.risk.rules[1].measure=failures",
            "quartier.risk.rules[1].window=10m",
            "quartier.risk.rules[1].limit=2",
            "quartier.risk.rules[1].action=refuse",
            "quartier.risk.rules[2].id=member-cards",
            "quartier.risk.rules[2].subject=member",
            "quartier.risk.rules[2].measure=cards",
            "quartier.risk.rules[2].window=10m",
            "quartier.risk.rules[2].limit=2",
            "quartier.risk.rules[2].action=review",
            "quartier.risk.rules[3].id=member-sum",
            "quartier.risk.rules[3].subject=member",
            "quartier.risk.rules[3].measure=sum",
            "quartier.risk.rules[3].window=24h",
            "quartier.risk.rules[3].limit=100000",
            "quartier.risk.rules[3].action=review"
        })
class AbuseIT {

    private final Scene scene;
    private final TestClock clock;
    private final MongoDatabase database;

    AbuseIT(Scene scene, TestClock clock, MongoDatabase database) {
        this.scene = scene;
        this.clock = clock;
        this.database = database;
    }

    private TestHttp operator() {
        return scene.staff("odile", "operator");
    }

    private JsonNode review(Answer pledge) {
        return operator()
                .get("/v1/reviews?limit=100")
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("pledge").asString().equals(pledge.at("/id")))
                .findFirst()
                .orElseThrow();
    }

    /** Held for review: the third card within ten minutes. */
    private Answer suspect(String member, String campaign) {
        scene.pledges(member, pledge(campaign, 100, Scene.ACCEPTED));
        scene.pledges(member, pledge(campaign, 100, Scene.REPEATS_ITSELF));
        return scene.pledges(member, pledge(campaign, 10_000, Scene.REFUND_FAILS));
    }

    @Test
    void turnsAMemberAwayWhoTriesTooOftenAndTellsWhenToComeBack() {
        String campaign = scene.campaign();
        String key = UUID.randomUUID().toString();
        TestHttp eager = scene.as("eager").with("Idempotency-Key", key);
        Answer first = eager.post("/v1/pledges", pledge(campaign, 100));
        for (int i = 0; i < 5; i++) {
            assertThat(scene.pledges("eager", pledge(campaign, 100)).status()).isEqualTo(201);
        }

        Answer refused = scene.pledges("eager", pledge(campaign, 100));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.problem()).isEqualTo("too-many-attempts");
        assertThat(refused.at("/detail")).doesNotContain("problem.");
        assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(1L, 600L);
        assertThat(eager.post("/v1/pledges", pledge(campaign, 100)).body())
                .as("what was taken is answered as before")
                .isEqualTo(first.body());
        Answer increase = scene.changes("eager", first, change(200));
        assertThat(increase.problem()).isEqualTo("too-many-attempts");
        assertThat(scene.pledges("hasty", pledge(campaign, 100)).status()).isEqualTo(201);
        assertThat(scene.campaignOf(campaign).json().at("/collected/amount").asLong())
                .isEqualTo(700);

        clock.advance(Duration.ofMinutes(21));

        assertThat(scene.pledges("eager", pledge(campaign, 100)).status()).isEqualTo(201);
    }

    @Test
    void turnsANetworkAwayWhoseCardsAreDeclinedAndKeepsNoAddress() {
        String campaign = scene.campaign();
        for (String thief : new String[] {"tom", "tim"}) {
            Answer declined = scene.as(thief)
                    .with("Quartier-Client-Address", "203.0.113.77")
                    .withKey()
                    .post("/v1/pledges", pledge(campaign, 100, Scene.DECLINED));
            assertThat(declined.at("/state")).isEqualTo("declined");
        }
        TestHttp third = scene.as("tam").with("Quartier-Client-Address", "203.0.113.77");
        assertThat(third.withKey()
                        .post("/v1/pledges", pledge(campaign, 100, Scene.DECLINED))
                        .status())
                .isEqualTo(201);

        assertThat(third.withKey().post("/v1/pledges", pledge(campaign, 100)).problem())
                .isEqualTo("too-many-attempts");

        assertThat(scene.as("tam")
                        .with("Quartier-Client-Address", "203.0.113.78")
                        .withKey()
                        .post("/v1/pledges", pledge(campaign, 100))
                        .status())
                .isEqualTo(201);
        assertThat(StreamSupport.stream(
                                database.getCollection("risk_tallies").find().spliterator(), false)
                        .map(Object::toString))
                .isNotEmpty()
                .noneMatch(stored ->
                        stored.contains("203.0.113") || stored.contains("m-tam") || stored.contains("40000000"));
    }

    @Test
    void holdsASuspectPledgeForTheOperatorAndGivesNoVerdictBefore() {
        String campaign = scene.campaign();
        Answer suspect = suspect("sam", campaign);
        assertThat(suspect.at("/state")).as("it is taken and paid").isEqualTo("confirmed");

        await().untilAsserted(() -> {
            JsonNode review = review(suspect);
            assertThat(review.path("reasons").valueStream().map(JsonNode::asString))
                    .containsExactly("member-cards");
            assertThat(review.path("campaign").asString()).isEqualTo(campaign);
        });
        assertThat(scene.as("sam").get("/v1/reviews").status()).isEqualTo(403);
        scene.passDeadline();
        scene.awaitState(campaign, "closing");
        assertThat(review(suspect).path("ageSeconds").asLong()).isPositive();

        assertThat(operator()
                        .post("/v1/reviews/" + suspect.at("/id") + "/clear")
                        .status())
                .isEqualTo(200);

        scene.awaitState(campaign, "funded");
        await().untilAsserted(() ->
                assertThat(operator().get("/v1/reviews?limit=100").body()).doesNotContain(suspect.at("/id")));
    }

    @Test
    void turnsThePagesOfWhatWaitsWithTheOldestFirst() {
        List<String> suspects = List.of(
                suspect("una", scene.campaign()).at("/id"),
                suspect("ugo", scene.campaign()).at("/id"),
                suspect("uli", scene.campaign()).at("/id"));

        await().untilAsserted(() -> assertThat(pages(2)).containsSubsequence(suspects));

        assertThat(pages(1)).doesNotHaveDuplicates().isEqualTo(pages(100));
        assertThat(operator().get("/v1/reviews?cursor=elsewhere").status()).isEqualTo(400);
    }

    /** The pledges of all pages of so many. */
    private List<String> pages(int limit) {
        List<String> pledges = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    operator().get("/v1/reviews?limit=" + limit + cursor).json();
            assertThat(page.path("items").size()).isLessThanOrEqualTo(limit);
            page.path("items").forEach(item -> pledges.add(item.path("pledge").asString()));
            cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        return pledges;
    }

    @Test
    void givesTheMoneyBackOfAPledgeThatIsRefused() {
        String campaign = scene.campaign();
        Answer suspect = suspect("sim", campaign);
        String one = "/v1/reviews/" + suspect.at("/id");

        assertThat(scene.as("sim").post(one + "/clear").status()).isEqualTo(403);
        Answer refused = operator().post(one + "/refuse");

        assertThat(refused.at("/refundReason")).as(refused.body()).isEqualTo("refused_in_review");
        assertThat(scene.campaignOf(campaign).json().at("/collected/amount").asLong())
                .isEqualTo(200);
        assertThat(operator().post(one + "/refuse").status())
                .as("twice is once")
                .isEqualTo(200);
        assertThat(operator().post("/v1/reviews/nobodys/clear").status()).isEqualTo(404);
    }
}
