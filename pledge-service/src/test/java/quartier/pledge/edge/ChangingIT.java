package quartier.pledge.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static quartier.pledge.edge.Scene.change;
import static quartier.pledge.edge.Scene.pledge;
import static quartier.pledge.edge.Scene.with;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import quartier.testing.Answer;
import quartier.testing.TestHttp;

/** Backers who change their minds. */
@PledgeIT
class ChangingIT {

    private final Scene scene;
    private final TestHttp http;

    ChangingIT(Scene scene, TestHttp http) {
        this.scene = scene;
        this.http = http;
    }

    private long collected(String campaign) {
        return scene.campaignOf(campaign).json().at("/collected/amount").asLong();
    }

    private long held(String campaign) {
        return scene.campaignOf(campaign).json().at("/held/amount").asLong();
    }

    private void refuses(Answer answer, int status, String problem) {
        assertThat(answer.problem()).as(answer.body()).isEqualTo(problem);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.at("/detail")).doesNotContain("problem.");
    }

    @Test
    void collectsTheDifferenceOfABiggerPledge() {
        String campaign = scene.campaign();
        Answer small = scene.pledges("remi", pledge(campaign, 1000));

        Answer changed = scene.changes("remi", small, with(change(2500), "tier", "t2"));

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.at("/state")).isEqualTo("done");
        assertThat(changed.at("/pledge/state")).isEqualTo("confirmed");
        assertThat(changed.at("/pledge/amount/amount")).isEqualTo("2500");
        assertThat(changed.at("/pledge/tier")).isEqualTo("t2");
        assertThat(collected(campaign)).isEqualTo(2500);
        assertThat(scene.campaignOf(campaign).json().at("/tiers/1/sold").asInt())
                .isEqualTo(1);
        assertThat(scene.campaignOf(campaign).json().at("/backers").asInt()).isEqualTo(1);
    }

    @Test
    void owesBackTheDifferenceOfASmallerPledge() {
        String campaign = scene.campaign();
        Answer big = scene.pledges("remi", pledge(campaign, 2500));

        Answer changed = scene.changes("remi", big, Map.of("amount", Map.of("amount", 1000, "currency", "EUR")));

        assertThat(changed.at("/state")).as(changed.body()).isEqualTo("done");
        assertThat(collected(campaign)).isEqualTo(1000);
        var shown = scene.as("remi").get("/v1/pledges/" + big.at("/id")).json();
        assertThat(shown.at("/state").asString()).isEqualTo("confirmed");
        assertThat(shown.at("/refunds/0/amount/amount").asLong()).isEqualTo(1500);
        assertThat(shown.at("/refunds/0/reason").asString()).isEqualTo("reduced");
    }

    @Test
    void waivesARewardAndFreesItsUnit() {
        String campaign = scene.campaign();
        Answer rewarded = scene.pledges("remi", with(pledge(campaign, 1500), "tier", "t2"));

        Answer changed = scene.changes(
                "remi",
                rewarded,
                Map.of("amount", Map.of("amount", 1500, "currency", "EUR"), "tier", "t2", "rewardWaived", true));

        assertThat(changed.at("/pledge/kind")).as(changed.body()).isEqualTo("gift");
        assertThat(scene.campaignOf(campaign).json().at("/tiers/1/sold").asInt())
                .isZero();
    }

    @Test
    void keepsThePledgeAsItWasWhenTheBankDeclinesTheDifference() {
        String campaign = scene.campaign();
        Answer small = scene.pledges("remi", pledge(campaign, 1000));
        TestHttp same =
                scene.as("remi").with("Idempotency-Key", UUID.randomUUID().toString());
        String path = "/v1/pledges/" + small.at("/id") + "/changes";

        Answer declined = same.post(path, change(2500, Scene.INSUFFICIENT_FUNDS));

        assertThat(declined.at("/state")).as(declined.body()).isEqualTo("declined");
        assertThat(declined.at("/declineReason")).isEqualTo("insufficient_funds");
        assertThat(declined.at("/pledge/amount/amount")).isEqualTo("1000");
        assertThat(declined.at("/pledge/state")).isEqualTo("confirmed");
        assertThat(held(campaign)).isZero();
        assertThat(collected(campaign)).isEqualTo(1000);
        assertThat(same.post(path, change(2500, Scene.INSUFFICIENT_FUNDS)).body())
                .as("asked again it answers the same")
                .isEqualTo(declined.body());
    }

    @Test
    void sendsTheBackerToTheBankForTheDifference() {
        String campaign = scene.campaign();
        Answer small = scene.pledges("remi", pledge(campaign, 1000));

        Answer asked = scene.changes("remi", small, change(2500, Scene.NEEDS_AUTHENTICATION));

        assertThat(asked.at("/state")).as(asked.body()).isEqualTo("action_required");
        assertThat(collected(campaign)).as("it counts as before").isEqualTo(1000);
        assertThat(held(campaign)).isEqualTo(1500);
        Answer waiting = scene.as("remi").get("/v1/pledges/" + small.at("/id"));
        assertThat(waiting.at("/state")).isEqualTo("changing");
        assertThat(waiting.at("/wanted/amount/amount")).isEqualTo("2500");
        assertThat(waiting.at("/action/url")).isEqualTo(asked.at("/action/url"));

        http.post(URI.create(asked.at("/action/url")).getPath() + "/approve");

        Answer back = scene.as("remi").get("/v1/pledges/" + small.at("/id"));
        assertThat(back.at("/state")).isEqualTo("confirmed");
        assertThat(back.at("/amount/amount")).isEqualTo("2500");
        assertThat(held(campaign)).isZero();
    }

    @Test
    void hearsOfTheDifferenceFromTheProviderAlone() {
        String campaign = scene.campaign();
        Answer small = scene.pledges("remi", pledge(campaign, 1000));

        Answer asked = scene.changes("remi", small, change(2500, Scene.ANSWERS_LATE));

        assertThat(asked.at("/state")).as(asked.body()).isEqualTo("pending");
        await().untilAsserted(() -> assertThat(collected(campaign)).isEqualTo(2500));
    }

    @Test
    void changesOnceUnderOneKeyAndRefusesAnotherBodyUnderIt() {
        String campaign = scene.campaign();
        Answer small = scene.pledges("remi", pledge(campaign, 1000));
        TestHttp same =
                scene.as("remi").with("Idempotency-Key", UUID.randomUUID().toString());
        String path = "/v1/pledges/" + small.at("/id") + "/changes";

        Answer first = same.post(path, change(2000));
        Answer again = same.post(path, change(2000));
        Answer other = same.post(path, change(3000));

        assertThat(again.body()).isEqualTo(first.body());
        refuses(other, 422, "idempotency-key-reused");
        assertThat(collected(campaign)).isEqualTo(2000);
    }

    @Test
    void refusesAChangeBelowItsTier() {
        String campaign = scene.campaign();
        Answer rewarded = scene.pledges("remi", with(pledge(campaign, 1500), "tier", "t2"));

        refuses(scene.changes("remi", rewarded, with(change(1499), "tier", "t2")), 422, "below-tier");
        assertThat(collected(campaign)).isEqualTo(1500);
    }

    @Test
    void refusesAChangeToASoldOutTierButLetsItsHoldersAddMoney() {
        String campaign = scene.campaign();
        Answer holder = scene.pledges("clement", with(pledge(campaign, 1500), "tier", "t2"));
        scene.pledges("nadia", with(pledge(campaign, 1500), "tier", "t2"));
        Answer late = scene.pledges("remi", pledge(campaign, 1500));

        refuses(scene.changes("remi", late, with(change(2000), "tier", "t2")), 409, "tier-sold-out");
        assertThat(scene.changes("clement", holder, with(change(2000), "tier", "t2"))
                        .at("/state"))
                .isEqualTo("done");
    }

    @Test
    void refusesAChangeOverTheCap() {
        String campaign = scene.campaign();
        Answer small = scene.pledges("remi", pledge(campaign, 1000));

        Answer refused = scene.changes("remi", small, change(15_001));

        refuses(refused, 422, "over-cap");
        assertThat(refused.at("/left")).isEqualTo("14000");
        refuses(scene.changes("remi", small, change(Long.MAX_VALUE)), 422, "over-cap");
        refuses(scene.changes("remi", small, change(Long.MIN_VALUE)), 422, "amount-not-positive");
        assertThat(held(campaign)).isZero();
    }

    @Test
    void refusesMoreMoneyWithoutACard() {
        String campaign = scene.campaign();
        Answer small = scene.pledges("remi", pledge(campaign, 1000));

        Answer refused = scene.changes("remi", small, Map.of("amount", Map.of("amount", 2000, "currency", "EUR")));

        refuses(refused, 422, "invalid-fields");
        assertThat(refused.at("/errors/0/field")).isEqualTo("payment.card");
    }

    @Test
    void hidesSomebodyElsesPledge() {
        String campaign = scene.campaign();
        Answer theirs = scene.pledges("remi", pledge(campaign, 1000));

        refuses(scene.changes("clement", theirs, change(2000)), 404, "not-found");
        assertThat(collected(campaign)).isEqualTo(1000);
    }

    @Test
    void changesOnlyWhatIsConfirmed() {
        String campaign = scene.campaign();
        Answer waiting = scene.pledges("remi", pledge(campaign, 1000, Scene.NEEDS_AUTHENTICATION));
        Answer declined = scene.pledges("remi", pledge(campaign, 1000, Scene.DECLINED));

        refuses(scene.changes("remi", waiting, change(2000)), 409, "not-changeable");
        refuses(scene.changes("remi", declined, change(2000)), 409, "not-changeable");
    }

    @Test
    void changesNothingAfterTheDeadline() {
        String campaign = scene.campaign();
        Answer small = scene.pledges("remi", pledge(campaign, 1000));
        scene.passDeadline();

        refuses(scene.changes("remi", small, change(2000)), 409, "after-deadline");
    }
}
