package quartier.pledge.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static quartier.pledge.edge.Scene.bankPage;
import static quartier.pledge.edge.Scene.pledge;
import static quartier.pledge.edge.Scene.with;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import quartier.testing.Answer;
import quartier.testing.TestClock;
import quartier.testing.TestEvents;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;

@PledgeIT
class PledgingIT {

    private final Scene scene;
    private final TestHttp http;
    private final TestTokens tokens;
    private final TestEvents events;
    private final TestClock clock;

    PledgingIT(Scene scene, TestHttp http, TestTokens tokens, TestEvents events, TestClock clock) {
        this.scene = scene;
        this.http = http;
        this.tokens = tokens;
        this.events = events;
        this.clock = clock;
    }

    @Test
    void confirmsAPledgeWithAnAcceptedCardAndShowsItEverywhere() {
        String campaign = scene.campaign();

        Answer answer = scene.pledges("remi", with(pledge(campaign, 2500), "tier", "t1"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("/state")).isEqualTo("confirmed");
        assertThat(answer.header("Location")).isEqualTo("/v1/pledges/" + answer.at("/id"));
        var shown = scene.campaignOf(campaign).json();
        assertThat(shown.at("/collected/amount").asLong()).isEqualTo(2500);
        assertThat(shown.at("/percent").asLong()).isEqualTo(25);
        assertThat(shown.at("/backers").asInt()).isEqualTo(1);
        assertThat(shown.at("/tiers/0/sold").asInt()).isEqualTo(1);
        assertThat(shown.at("/tiers/0/left").isNull()).isTrue();
        assertThat(scene.as("remi").get("/v1/pledges/" + answer.at("/id")).at("/tier"))
                .isEqualTo("t1");
        await().until(() -> scene.as("remi")
                .get("/v1/me/pledges")
                .json()
                .path("items")
                .valueStream()
                .anyMatch(item -> item.path("id").asString().equals(answer.at("/id"))));
    }

    @Test
    void announcesAConfirmedPledgeOnTheBusWithoutAName() {
        String campaign = scene.campaign();

        Answer answer = scene.pledges("remi", pledge(campaign, 2500));

        var event = events.awaitOn("quartier.pledge.pledges", "quartier.pledge.confirmed.v1", answer.at("/id"));
        assertThat(event.key()).isEqualTo(campaign);
        assertThat(event.data().path("backer").asString()).isEqualTo("m-remi");
        assertThat(event.data().toString()).doesNotContain("Remi");
    }

    @Test
    void announcesNoRewardThatItsBackerDoesWithout() {
        String campaign = scene.campaign();

        Answer waived = scene.pledges("remi", with(with(pledge(campaign, 1500), "tier", "t2"), "rewardWaived", true));
        Answer wanted = scene.pledges("ines", with(pledge(campaign, 1500), "tier", "t2"));

        var without = events.awaitOn("quartier.pledge.pledges", "quartier.pledge.confirmed.v1", waived.at("/id"));
        var owed = events.awaitOn("quartier.pledge.pledges", "quartier.pledge.confirmed.v1", wanted.at("/id"));
        assertThat(without.data().hasNonNull("tier")).isFalse();
        assertThat(owed.data().path("tier").asString()).isEqualTo("t2");
    }

    @Test
    void showsBackersAsTheyWish() {
        String campaign = scene.campaign();
        scene.pledges("remi", pledge(campaign, 500));
        scene.pledges("clement", with(pledge(campaign, 600), "visibility", "anonymous"));

        await().untilAsserted(() -> {
            var items =
                    http.get("/v1/campaigns/" + campaign + "/backers").json().path("items");
            assertThat(items.size()).isEqualTo(2);
            assertThat(items.valueStream()
                            .filter(item -> item.at("/amount/amount").asLong() == 500)
                            .map(item -> item.path("name").asString()))
                    .containsExactly("Remi");
            assertThat(items.valueStream()
                            .filter(item -> item.at("/amount/amount").asLong() == 600)
                            .map(item -> item.path("name").isNull()))
                    .containsExactly(true);
        });
    }

    @Test
    void tellsWhyACardIsDeclinedAndFreesWhatWasHeld() {
        String campaign = scene.campaign();

        Answer answer = scene.pledges("remi", pledge(campaign, 2500, Scene.INSUFFICIENT_FUNDS));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("/state")).isEqualTo("declined");
        assertThat(answer.at("/declineReason")).isEqualTo("insufficient_funds");
        assertThat(scene.campaignOf(campaign).json().at("/held/amount").asLong())
                .isZero();
        assertThat(scene.pledges("remi", pledge(campaign, 2500, Scene.DECLINED)).at("/declineReason"))
                .isEqualTo("card_declined");
    }

    @Test
    void sendsTheBackerToTheBankAndConfirmsWhatTheyApprove() {
        String campaign = scene.campaign();
        Answer answer = scene.pledges(
                "remi",
                with(
                        pledge(campaign, 2500, Scene.NEEDS_AUTHENTICATION),
                        "returnUrl",
                        "https://quartier.example/contributions/1"));
        assertThat(answer.at("/state")).isEqualTo("action_required");
        String page = bankPage(answer);
        Answer shown = http.with("Accept-Language", "fr").get(page);
        assertThat(shown.body()).contains("Confirmez votre paiement", "25,00", "lang=\"fr\"");
        assertThat(http.get(page + "?lang=en").body()).contains("Confirm your payment", "lang=\"en\"");
        assertThat(scene.as("remi").get("/v1/pledges/" + answer.at("/id")).at("/action/url"))
                .isEqualTo(answer.at("/action/url"));

        Answer approved = http.post(page + "/approve");

        assertThat(approved.status()).isEqualTo(303);
        assertThat(approved.header("Location")).isEqualTo("https://quartier.example/contributions/1");
        assertThat(scene.stateOf("remi", answer)).isEqualTo("confirmed");
        assertThat(http.post(page + "/refuse").status()).as("a second thought").isEqualTo(303);
        assertThat(scene.stateOf("remi", answer)).isEqualTo("confirmed");
    }

    @Test
    void declinesWhatTheBackerRefusesAtTheBank() {
        String campaign = scene.campaign();
        Answer answer = scene.pledges("remi", pledge(campaign, 2500, Scene.NEEDS_AUTHENTICATION));

        http.post(bankPage(answer) + "/refuse");

        scene.awaitState("remi", answer, "declined");
        assertThat(scene.as("remi").get("/v1/pledges/" + answer.at("/id")).at("/declineReason"))
                .isEqualTo("authentication_refused");
    }

    @Test
    void hearsOfALatePaymentByItself() {
        String campaign = scene.campaign();

        Answer answer = scene.pledges("remi", pledge(campaign, 2500, Scene.ANSWERS_LATE));

        assertThat(answer.at("/state")).isEqualTo("pending");
        await().untilAsserted(() -> assertThat(scene.campaignOf(campaign)
                        .json()
                        .at("/collected/amount")
                        .asLong())
                .isEqualTo(2500));
    }

    @Test
    void asksAboutAPaymentThatNeverAnswered() {
        String campaign = scene.campaign();

        Answer answer = scene.pledges("remi", pledge(campaign, 2500, Scene.NEVER_ANSWERS));

        assertThat(answer.at("/state")).isEqualTo("pending");
        await().untilAsserted(() -> assertThat(scene.campaignOf(campaign)
                        .json()
                        .at("/collected/amount")
                        .asLong())
                .isEqualTo(2500));
    }

    @Test
    void countsOnceWhatTheProviderTellsTwiceAndInTheWrongOrder() {
        String campaign = scene.campaign();

        Answer answer = scene.pledges("remi", pledge(campaign, 2500, Scene.REPEATS_ITSELF));

        assertThat(answer.at("/state")).isEqualTo("confirmed");
        events.awaitOn("quartier.pledge.pledges", "quartier.pledge.confirmed.v1", answer.at("/id"));
        assertThat(scene.campaignOf(campaign).json().at("/collected/amount").asLong())
                .isEqualTo(2500);
    }

    @Test
    void hasOneEffectWhenClickedFiftyTimesAtOnce() throws Exception {
        String campaign = scene.campaign();
        String key = UUID.randomUUID().toString();
        TestHttp impatient = scene.as("remi").with("Idempotency-Key", key);
        Set<String> answers = new HashSet<>();

        try (ExecutorService clicks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> all = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                all.add(clicks.submit(() -> impatient.post("/v1/pledges", pledge(campaign, 2500))));
            }
            for (Future<Answer> one : all) {
                assertThat(one.get().status()).isEqualTo(201);
                answers.add(one.get().at("/id"));
            }
        }

        assertThat(answers).hasSize(1);
        var shown = scene.campaignOf(campaign).json();
        assertThat(shown.at("/collected/amount").asLong()).isEqualTo(2500);
        assertThat(shown.at("/backers").asInt()).isEqualTo(1);
        assertThat(shown.at("/held/amount").asLong()).isZero();
    }

    @Test
    void meansTwoPledgesByOneKeyOnTwoCampaigns() {
        String fountain = scene.campaign();
        String library = scene.campaign();
        TestHttp hurried =
                scene.as("remi").with("Idempotency-Key", UUID.randomUUID().toString());

        Answer first = hurried.post("/v1/pledges", pledge(fountain, 2500));
        Answer second = hurried.post("/v1/pledges", pledge(library, 2500));

        assertThat(List.of(first.status(), second.status())).containsOnly(201);
        assertThat(second.at("/id")).isNotEqualTo(first.at("/id"));
        assertThat(hurried.post("/v1/pledges", pledge(fountain, 2500)).at("/id"))
                .isEqualTo(first.at("/id"));
        assertThat(hurried.post("/v1/pledges", pledge(fountain, 2600)).status()).isEqualTo(422);
        for (String campaign : List.of(fountain, library)) {
            assertThat(scene.campaignOf(campaign).json().at("/collected/amount").asLong())
                    .isEqualTo(2500);
        }
    }

    @Test
    void pagesThroughOnesPledgesByTheCursor() {
        String campaign = scene.campaign();
        Set<String> placed = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            placed.add(scene.pledges("patient", pledge(campaign, 500 + i)).at("/id"));
        }

        await().untilAsserted(() -> {
            Set<String> seen = new HashSet<>();
            String path = "/v1/me/pledges?limit=2";
            int pages = 0;
            for (String next = ""; next != null && pages < 10; pages++) {
                Answer page = scene.as("patient").get(path + (next.isEmpty() ? "" : "&cursor=" + next));
                page.json()
                        .path("items")
                        .forEach(item -> seen.add(item.path("id").asString()));
                next = page.json().has("next") ? page.at("/next") : null;
            }
            assertThat(seen).isEqualTo(placed);
            assertThat(pages).isEqualTo(3);
        });
    }

    @Test
    void cancelsWhileLiveAndGivesTheMoneyBack() {
        String campaign = scene.campaign();
        Answer answer = scene.pledges("remi", pledge(campaign, 2500));

        Answer cancelled = scene.as("remi").post("/v1/pledges/" + answer.at("/id") + "/cancel");

        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.at("/refunds/0/askedAt")).isNotBlank();
        scene.awaitState("remi", answer, "refunded");
        assertThat(scene.campaignOf(campaign).json().at("/collected/amount").asLong())
                .isZero();
        Answer tracked = scene.as("remi").get("/v1/pledges/" + answer.at("/id"));
        assertThat(tracked.at("/refunds/0/askedAt")).isEqualTo(cancelled.at("/refunds/0/askedAt"));
        assertThat(tracked.at("/refunds/0/at")).isNotBlank();
    }

    @Test
    void tellsWhereACardIsTypedAndTakesNoTokenInTheSandbox() {
        Answer means = http.get("/v1/payment-means");

        assertThat(means.at("/provider")).isEqualTo("sandbox");
        assertThat(means.at("/cardEntry")).isEqualTo("our_form");
        Answer refused =
                scene.pledges("remi", with(pledge(scene.campaign(), 2500), "payment", Map.of("token", "pm_1PqX2abc")));
        assertThat(refused.problem()).isEqualTo("invalid-fields");
        assertThat(refused.body()).contains("payment.token", "payment.card");
    }

    @Test
    void freesAHoldThatNobodyPaidAndReturnsMoneyThatComesAfterwards() {
        String campaign = scene.campaign();
        Answer answer = scene.pledges("remi", with(pledge(campaign, 2500, Scene.NEEDS_AUTHENTICATION), "tier", "t2"));
        assertThat(scene.campaignOf(campaign).json().at("/held/amount").asLong())
                .isEqualTo(2500);

        clock.advance(Duration.ofMinutes(16));

        scene.awaitState("remi", answer, "expired");
        assertThat(scene.campaignOf(campaign).json().at("/tiers/1/left").asInt())
                .isEqualTo(2);

        http.post(bankPage(answer) + "/approve");

        scene.awaitState("remi", answer, "refunded");
        assertThat(scene.campaignOf(campaign).json().at("/collected/amount").asLong())
                .isZero();
    }

    @Test
    void takesAPledgeFromACompanyByItsAgentUnderItsName() {
        String campaign = scene.campaign();
        String company = scene.supporter("private", "marc");

        await().untilAsserted(() -> assertThat(
                        scene.pledges("marc", with(pledge(campaign, 4000), "organisation", company))
                                .status())
                .isEqualTo(201));

        await().untilAsserted(() -> assertThat(
                        http.get("/v1/campaigns/" + campaign + "/backers").at("/items/0/name"))
                .isEqualTo("Froid du Rhône"));
    }

    @Test
    void stopsTakingPledgesWhileSuspended() {
        String campaign = scene.campaign();
        scene.tell("suspended", campaign, 6);
        scene.awaitState(campaign, "suspended");

        assertThat(scene.pledges("remi", pledge(campaign, 2500)).problem()).isEqualTo("campaign-not-live");

        scene.tell("resumed", campaign, 7);
        scene.awaitState(campaign, "live");
        scene.tell("suspended", campaign, 6);
        assertThat(scene.pledges("remi", pledge(campaign, 2500)).status()).isEqualTo(201);
    }

    @Test
    void keepsTheAccountsFromThoseWhoAreNeitherOwnerNorStaff() {
        String campaign = scene.campaign();
        String path = "/v1/campaigns/" + campaign + "/statement";

        assertThat(http.as(tokens.member("alexis")).get(path).status()).isEqualTo(200);
        assertThat(http.as(tokens.with("nadia", "moderator:lyon")).get(path).status())
                .isEqualTo(200);
        assertThat(http.as(tokens.with("said", "moderator:saint-etienne"))
                        .get(path)
                        .status())
                .isEqualTo(403);
        assertThat(http.as(tokens.member("remi")).get(path).status()).isEqualTo(403);
        assertThat(http.get(path).status()).isEqualTo(401);
    }
}
