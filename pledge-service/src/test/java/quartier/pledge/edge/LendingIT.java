package quartier.pledge.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static quartier.pledge.edge.Scene.pledge;
import static quartier.pledge.edge.Scene.with;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import quartier.testing.Answer;
import quartier.testing.TestClock;
import quartier.testing.TestHttp;
import tools.jackson.databind.JsonNode;

/** Interest-free loans, from the wish to lend to the last instalment. */
@PledgeIT
class LendingIT {

    private final Scene scene;
    private final TestClock clock;

    LendingIT(Scene scene, TestClock clock) {
        this.scene = scene;
        this.clock = clock;
    }

    private static Map<String, Object> loan(String campaign, long amount) {
        return with(pledge(campaign, amount), "kind", "loan");
    }

    private Answer owed(String campaign) {
        return scene.as("alexis").get("/v1/campaigns/" + campaign + "/loans");
    }

    private TestHttp operator() {
        return scene.staff("odile", "operator");
    }

    private static Map<String, Object> repayment(long amount) {
        return Map.of("amount", Map.of("amount", amount, "currency", "EUR"), "reference", "VIR-1");
    }

    private JsonNode lentBy(String member, String campaign) {
        return scene.as(member)
                .get("/v1/me/loans")
                .json()
                .path("items")
                .valueStream()
                .filter(loan -> loan.path("campaign").asString().equals(campaign))
                .findFirst()
                .orElseThrow();
    }

    private String funded() {
        String campaign = scene.campaignWithLoans();
        assertThat(scene.pledges("remi", loan(campaign, 5_000)).at("/kind")).isEqualTo("interest_free_loan");
        scene.pledges("clement", loan(campaign, 2_500));
        scene.pledges("nadia", pledge(campaign, 4_000));
        scene.passDeadline();
        scene.awaitState(campaign, "funded");
        return campaign;
    }

    @Test
    void showsLendersTheirPartOfTheSchedule() {
        String campaign = funded();

        JsonNode lent = lentBy("remi", campaign);

        assertThat(lent.at("/outstanding/amount").asLong()).isEqualTo(5_000);
        assertThat(lent.at("/instalments").size()).isEqualTo(3);
        assertThat(lent.at("/instalments")
                        .valueStream()
                        .mapToLong(part -> part.at("/amount/amount").asLong())
                        .sum())
                .isEqualTo(5_000);
        assertThat(lentBy("clement", campaign).at("/amount/amount").asLong()).isEqualTo(2_500);
        assertThat(scene.as("nadia").get("/v1/me/loans").body()).doesNotContain(campaign);
    }

    @Test
    void sharesARepaymentAmongTheLenders() {
        String campaign = funded();
        TestHttp same = operator().with("Idempotency-Key", UUID.randomUUID().toString());
        String path = "/v1/campaigns/" + campaign + "/repayments";

        Answer repaid = same.post(path, repayment(2_500));

        assertThat(repaid.status()).as(repaid.body()).isEqualTo(201);
        assertThat(repaid.at("/outstanding/amount")).isEqualTo("5000");
        assertThat(same.post(path, repayment(2_500)).at("/outstanding/amount"))
                .as("twice is once")
                .isEqualTo("5000");
        assertThat(same.post(path, repayment(100)).problem()).isEqualTo("idempotency-key-reused");
        JsonNode lent = lentBy("remi", campaign);
        assertThat(lent.at("/repaid/amount").asLong()
                        + lent.at("/underWay/amount").asLong())
                .isEqualTo(1_667);
        assertThat(lent.at("/outstanding/amount").asLong()).isEqualTo(3_333);
        assertThat(operator().withKey().post(path, repayment(5_001)).problem()).isEqualTo("more-than-owed");
        assertThat(operator().withKey().post(path, repayment(0)).problem()).isEqualTo("amount-not-positive");
    }

    @Test
    void takesTheDayOfTheTransferIfItIsNotToCome() {
        String path = "/v1/campaigns/" + funded() + "/repayments";
        Map<String, Object> repayment = new HashMap<>(repayment(100));

        for (String day : List.of("2999-01-01", "yesterday")) {
            repayment.put("receivedOn", day);
            Answer refused = operator().withKey().post(path, repayment);
            assertThat(refused.problem()).isEqualTo("invalid-fields");
            assertThat(refused.at("/errors/0/field")).isEqualTo("receivedOn");
        }
        repayment.put("receivedOn", "2026-01-15");
        assertThat(operator().withKey().post(path, repayment).status()).isEqualTo(201);
    }

    @Test
    void showsWhatIsOverdue() {
        String campaign = funded();

        clock.advance(Duration.ofDays(100));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                owed(campaign).json().at("/arrears/amount").asLong())
                        .isEqualTo(2_500));
        assertThat(owed(campaign).at("/instalments/0/overdue")).isEqualTo("true");
    }

    @Test
    void tellsItsOwnerAndTheOperatorAlone() {
        String campaign = scene.campaignWithLoans();

        assertThat(owed(campaign).at("/terms/instalments")).isEqualTo("3");
        assertThat(operator().get("/v1/campaigns/" + campaign + "/loans").status())
                .isEqualTo(200);
        assertThat(scene.as("remi").get("/v1/campaigns/" + campaign + "/loans").status())
                .isEqualTo(403);
        assertThat(scene.as("alexis")
                        .withKey()
                        .post("/v1/campaigns/" + campaign + "/repayments", repayment(100))
                        .status())
                .isEqualTo(403);
        assertThat(operator()
                        .withKey()
                        .post("/v1/campaigns/" + campaign + "/repayments", repayment(100))
                        .problem())
                .as("before the verdict nothing is owed")
                .isEqualTo("no-loans");
    }

    @Test
    void refusesALoanAboveTheLimitAlsoInParts() {
        String campaign = scene.campaignWithLoans();

        assertThat(scene.pledges("remi", loan(campaign, 5_001)).problem()).isEqualTo("over-loan-limit");
        assertThat(scene.pledges("remi", loan(campaign, Long.MAX_VALUE)).problem())
                .isEqualTo("over-loan-limit");
        Answer first = scene.pledges("remi", loan(campaign, 3_000));
        assertThat(scene.pledges("remi", loan(campaign, 2_001)).problem()).isEqualTo("over-loan-limit");
        assertThat(scene.changes("remi", first, Scene.change(5_001)).problem()).isEqualTo("over-loan-limit");
        assertThat(scene.pledges("remi", loan(campaign, 2_000)).status()).isEqualTo(201);
    }

    @Test
    void takesNoLoanByACompanyOrWithARewardOrWhereNoneAreTaken() {
        String campaign = scene.campaignWithLoans();
        String company = scene.supporter("private", "karim");
        await().untilAsserted(() -> assertThat(
                        scene.pledges("karim", with(loan(campaign, 1_000), "organisation", company))
                                .problem())
                .isEqualTo("only-persons-may-lend"));

        assertThat(scene.pledges("remi", with(loan(campaign, 1_000), "tier", "t1"))
                        .problem())
                .isEqualTo("loan-has-no-reward");
        assertThat(scene.pledges("remi", loan(scene.campaign(), 1_000)).problem())
                .isEqualTo("kind-not-allowed");
    }
}
