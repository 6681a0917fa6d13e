package quartier.pledge.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static quartier.pledge.edge.Scene.pledge;
import static quartier.pledge.edge.Scene.with;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import quartier.testing.Answer;
import quartier.testing.TestHttp;

/** Cash from a meeting: one person enters it, another confirms it. */
@PledgeIT
class OfflineIT {

    private final Scene scene;
    private final TestHttp http;

    OfflineIT(Scene scene, TestHttp http) {
        this.scene = scene;
        this.http = http;
    }

    private static String path(String campaign) {
        return "/v1/campaigns/" + campaign + "/offline-pledges";
    }

    private static Map<String, Object> cash(long amount) {
        return Map.of("amount", Map.of("amount", amount, "currency", "EUR"));
    }

    private TestHttp anne() {
        return scene.staff("anne", "animator:lyon");
    }

    private TestHttp bruno() {
        return scene.staff("bruno", "moderator:lyon");
    }

    private Answer entered(String campaign, Map<String, Object> body) {
        return anne().withKey().post(path(campaign), body);
    }

    private long collected(String campaign) {
        return scene.campaignOf(campaign).json().at("/collected/amount").asLong();
    }

    @Test
    void countsCashOnceASecondPersonHasSeenIt() {
        String campaign = scene.campaign();

        Answer entered = entered(campaign, cash(2000));

        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
        assertThat(entered.at("/state")).isEqualTo("waiting");
        assertThat(collected(campaign)).isZero();
        var waiting = bruno().get(path(campaign)).json().path("items");
        assertThat(waiting.size()).isEqualTo(1);
        assertThat(waiting.path(0).path("enteredBy").asString()).isEqualTo("Anne");
        assertThat(waiting.path(0).path("byCaller").asBoolean()).isFalse();

        Answer confirmed = bruno().post(path(campaign) + "/" + entered.at("/id") + "/confirm");

        assertThat(confirmed.at("/state")).as(confirmed.body()).isEqualTo("confirmed");
        assertThat(collected(campaign)).isEqualTo(2000);
        assertThat(bruno().get(path(campaign)).json().path("items").size()).isZero();
        assertThat(bruno().post(path(campaign) + "/" + entered.at("/id") + "/confirm")
                        .status())
                .as("twice is once")
                .isEqualTo(200);
        assertThat(collected(campaign)).isEqualTo(2000);
    }

    @Test
    void doesNotLetOnePersonConfirmTheirOwnCash() {
        String campaign = scene.campaign();
        Answer entered = entered(campaign, cash(2000));

        Answer refused = anne().post(path(campaign) + "/" + entered.at("/id") + "/confirm");

        assertThat(refused.problem()).isEqualTo("needs-another-person");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(collected(campaign)).isZero();
    }

    @Test
    void forgetsCashThatIsRejected() {
        String campaign = scene.campaign();
        Answer entered = entered(campaign, cash(2000));
        String one = path(campaign) + "/" + entered.at("/id");

        assertThat(bruno().post(one + "/reject").at("/state")).isEqualTo("cancelled");

        assertThat(bruno().post(one + "/confirm").problem()).isEqualTo("not-waiting");
        assertThat(scene.campaignOf(campaign).json().at("/held/amount").asLong())
                .isZero();
    }

    @Test
    void keepsOutTheStaffOfAnotherCityAndEverybodyElse() {
        String campaign = scene.campaign();
        Answer entered = entered(campaign, cash(2000));
        String one = path(campaign) + "/" + entered.at("/id");
        TestHttp stranger = scene.staff("sophie", "territory-admin:saint-etienne");

        assertThat(stranger.withKey().post(path(campaign), cash(100)).status()).isEqualTo(403);
        assertThat(stranger.get(path(campaign)).status()).isEqualTo(403);
        assertThat(stranger.post(one + "/confirm").status()).isEqualTo(403);
        assertThat(stranger.post(one + "/reject").status()).isEqualTo(403);
        assertThat(scene.as("remi").withKey().post(path(campaign), cash(100)).status())
                .isEqualTo(403);
        assertThat(http.post(one + "/confirm").status()).isEqualTo(401);
        assertThat(collected(campaign)).isZero();
    }

    @Test
    void entersOnceUnderOneKey() {
        String campaign = scene.campaign();
        TestHttp same = anne().with("Idempotency-Key", UUID.randomUUID().toString());

        Answer first = same.post(path(campaign), cash(2000));
        Answer again = same.post(path(campaign), cash(2000));
        Answer other = same.post(path(campaign), cash(3000));

        assertThat(again.at("/id")).isEqualTo(first.at("/id"));
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        assertThat(scene.campaignOf(campaign).json().at("/held/amount").asLong())
                .isEqualTo(2000);
    }

    @Test
    void neverCountsMoreThanTheCap() {
        String campaign = scene.campaign();

        assertThat(entered(campaign, cash(15_001)).problem()).isEqualTo("over-cap");
        assertThat(entered(campaign, cash(Long.MAX_VALUE)).problem()).isEqualTo("over-cap");
        assertThat(entered(campaign, cash(0)).problem()).isEqualTo("amount-not-positive");
    }

    @Test
    void showsAGiverAsTheyWishAndNobodyElse() {
        String campaign = scene.campaign();
        confirm(campaign, entered(campaign, with(with(cash(700), "visibility", "first_name"), "name", "Jeanne Roux")));
        confirm(campaign, entered(campaign, with(with(cash(800), "visibility", "anonymous"), "name", "Paul Blanc")));
        confirm(campaign, entered(campaign, cash(900)));

        await().untilAsserted(() -> {
            Answer backers = http.get("/v1/campaigns/" + campaign + "/backers");
            assertThat(backers.json().path("items").size()).isEqualTo(3);
            assertThat(backers.json()
                            .path("items")
                            .valueStream()
                            .map(backer -> backer.path("name").asString("nobody")))
                    .containsExactlyInAnyOrder("Jeanne", "nobody", "nobody");
            assertThat(backers.body()).doesNotContain("Roux", "Paul", "Anne", "m-anne");
        });
        assertThat(scene.campaignOf(campaign).body()).doesNotContain("Jeanne", "Anne");
        assertThat(scene.as("alexis")
                        .get("/v1/campaigns/" + campaign + "/statement")
                        .body())
                .doesNotContain("Jeanne", "Roux", "Paul");
        assertThat(entered(campaign, with(cash(100), "visibility", "name")).problem())
                .as("who is to be shown has a name")
                .isEqualTo("invalid-fields");
    }

    @Test
    void showsAnOrganisationOnlyWhenItWishes() {
        String campaign = scene.campaign();
        String company = scene.supporter("private", "karim");
        await().untilAsserted(() ->
                assertThat(pledged(company, campaign, "name").status()).isEqualTo(201));
        pledged(company, campaign, "anonymous");

        await().untilAsserted(() -> assertThat(http.get("/v1/campaigns/" + campaign + "/backers")
                        .json()
                        .path("items")
                        .valueStream()
                        .map(backer -> backer.path("name").asString("nobody")))
                .containsExactlyInAnyOrder("Froid du Rhône", "nobody"));
        assertThat(http.get("/v1/campaigns/" + campaign + "/backers").body())
                .doesNotContain("Karim", "m-karim", company);
    }

    private Answer pledged(String company, String campaign, String visibility) {
        return scene.pledges(
                "karim", with(with(pledge(campaign, 500), "organisation", company), "visibility", visibility));
    }

    private void confirm(String campaign, Answer entered) {
        assertThat(bruno().post(path(campaign) + "/" + entered.at("/id") + "/confirm")
                        .status())
                .as(entered.body())
                .isEqualTo(200);
    }
}
