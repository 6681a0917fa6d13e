package quartier.pledge.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static quartier.pledge.edge.Scene.pledge;
import static quartier.pledge.edge.Scene.with;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import quartier.testing.Answer;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;
import tools.jackson.databind.JsonNode;

/** The owner's list of backers. */
@PledgeIT
class CampaignPledgesIT {

    private final Scene scene;
    private final TestHttp http;
    private final TestTokens tokens;

    CampaignPledgesIT(Scene scene, TestHttp http, TestTokens tokens) {
        this.scene = scene;
        this.http = http;
        this.tokens = tokens;
    }

    @Test
    void tellsTheOwnerOfEachBackerWhatTheBackerShows() {
        String campaign = scene.campaign();
        scene.pledges("remi", with(pledge(campaign, 2500), "tier", "t1"));
        scene.pledges("clement", with(pledge(campaign, 600), "visibility", "anonymous"));
        scene.pledges("nadia", pledge(campaign, 700, Scene.DECLINED));

        Answer list = awaitPledges(campaign, "", 2);

        JsonNode remi = ofAmount(list, 2500);
        assertThat(remi.path("name").asString()).isEqualTo("Remi");
        assertThat(remi.path("tier").asString()).isEqualTo("t1");
        assertThat(remi.path("kind").asString()).isEqualTo("gift_with_reward");
        assertThat(remi.path("state").asString()).isEqualTo("confirmed");
        assertThat(ofAmount(list, 600).path("name").isNull()).isTrue();
        assertThat(list.body()).as("nor who that is").doesNotContain("m-clement", "Clement", "m-remi");
        assertThat(list.header("Cache-Control")).contains("no-store");
        assertThat(awaitPledges(campaign, "?tier=t1", 1).at("/items/0/name")).isEqualTo("Remi");
        assertThat(owner().get(path(campaign) + "?tier=$ne").json().path("items"))
                .isEmpty();
    }

    @Test
    void goesThroughAllPledgesPageByPage() {
        String campaign = scene.campaign();
        for (int amount = 501; amount <= 505; amount++) {
            scene.pledges("remi", pledge(campaign, amount));
        }
        awaitPledges(campaign, "", 5);

        List<Long> seen = new ArrayList<>();
        String next = "";
        do {
            Answer page = owner().get(path(campaign) + "?limit=2" + next);
            page.json()
                    .path("items")
                    .forEach(item -> seen.add(item.at("/amount/amount").asLong()));
            next = page.json().path("next").isString() ? "&cursor=" + page.at("/next") : "";
        } while (!next.isEmpty());

        assertThat(seen).containsExactlyInAnyOrder(501L, 502L, 503L, 504L, 505L);
        assertThat(owner().get(path(campaign) + "?cursor=nowhere").status()).isEqualTo(400);
    }

    @Test
    void findsBackersByTheNameThatTheyShow() {
        String campaign = scene.campaign();
        for (int amount = 501; amount <= 505; amount++) {
            scene.pledges(amount % 2 == 1 ? "remi" : "nadia", with(pledge(campaign, amount), "tier", "t1"));
        }
        scene.pledges("remi", with(pledge(campaign, 600), "visibility", "anonymous"));
        awaitPledges(campaign, "", 6);

        Answer first = owner().get(path(campaign) + "?tier=t1&limit=2&name=REM%C3%8F");
        Answer last = owner().get(path(campaign) + "?tier=t1&limit=2&name=REM%C3%8F&cursor=" + first.at("/next"));

        assertThat(first.json().at("/items/0/amount/amount").asLong()).isEqualTo(505);
        assertThat(first.json().at("/items/1/amount/amount").asLong()).isEqualTo(503);
        assertThat(last.json().path("items")).hasSize(1);
        assertThat(last.json().at("/items/0/amount/amount").asLong()).isEqualTo(501);
        assertThat(last.json().path("next").isString()).isFalse();
        assertThat(owner().get(path(campaign) + "?name=clement").json().path("items"))
                .isEmpty();
        assertThat(owner().get(path(campaign) + "?name=" + "r".repeat(101)).status())
                .isEqualTo(400);
    }

    @Test
    void isKeptFromThoseWhoAreNeitherOwnerNorStaff() {
        String campaign = scene.campaign();

        assertThat(http.as(tokens.with("nadia", "moderator:lyon"))
                        .get(path(campaign))
                        .status())
                .isEqualTo(200);
        assertThat(Stream.of(
                                http.as(tokens.with("said", "moderator:saint-etienne")),
                                http.as(tokens.member("remi")),
                                http)
                        .map(caller -> caller.get(path(campaign)).status()))
                .containsExactly(403, 403, 401);
        assertThat(owner().get(path("nowhere")).status()).isEqualTo(404);
    }

    private Answer awaitPledges(String campaign, String query, int count) {
        await().untilAsserted(() -> assertThat(
                        owner().get(path(campaign) + query).json().path("items"))
                .hasSize(count));
        return owner().get(path(campaign) + query);
    }

    private static JsonNode ofAmount(Answer list, long amount) {
        return list.json()
                .path("items")
                .valueStream()
                .filter(item -> item.at("/amount/amount").asLong() == amount)
                .findFirst()
                .orElseThrow();
    }

    private TestHttp owner() {
        return http.as(tokens.member("alexis"));
    }

    private static String path(String campaign) {
        return "/v1/campaigns/" + campaign + "/pledges";
    }
}
