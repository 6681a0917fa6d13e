package quartier.pledge.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static quartier.pledge.edge.Scene.pledge;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import quartier.pledge.checkout.Decisions;
import quartier.pledge.checkout.PaymentReports;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.escrow.Money;
import quartier.pledge.escrow.Outcome;
import quartier.pledge.escrow.Visibility;
import quartier.pledge.payee.Payees;
import quartier.pledge.payment.PaymentProvider;
import quartier.pledge.settlement.AnotherReplica;
import quartier.testing.Answer;
import quartier.testing.TestClock;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;
import tools.jackson.databind.JsonNode;

/** What the operator looks after: the run, refunds that fail, payouts that come back, cash, disputes. */
@PledgeIT
class OperatorIT {

    private static final String IBAN = "FR7630006000011234567890189";
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Scene scene;
    private final TestHttp http;
    private final TestTokens tokens;
    private final TestClock clock;
    private final MongoDatabase database;
    private final Escrows escrows;
    private final Decisions decisions;
    private final PaymentReports reports;
    private final PaymentProvider provider;
    private final Payees payees;
    private final SmartLifecycle runner;

    OperatorIT(
            Scene scene,
            TestHttp http,
            TestTokens tokens,
            TestClock clock,
            MongoDatabase database,
            Escrows escrows,
            Decisions decisions,
            PaymentReports reports,
            @Qualifier("paymentProvider") PaymentProvider provider,
            Payees payees,
            @Qualifier("settlementRunner") SmartLifecycle runner) {
        this.scene = scene;
        this.http = http;
        this.tokens = tokens;
        this.clock = clock;
        this.database = database;
        this.escrows = escrows;
        this.decisions = decisions;
        this.reports = reports;
        this.provider = provider;
        this.payees = payees;
        this.runner = runner;
    }

    @AfterEach
    void everythingRuns() {
        operator().post("/v1/settlement/resume", Map.of());
        runner.start();
    }

    @Test
    void givesBackByHandWhatTheProviderCouldNotToTheAccountThatItsBackerNamed() {
        String campaign = scene.campaign();
        Answer pledge = failedRefund(campaign, "remi");
        String mine = "/v1/me/pledges/" + pledge.at("/id") + "/refund-account";
        JsonNode failed = awaitItem("/v1/refunds?state=failed", campaign);
        assertThat(failed.path("accountGiven").asBoolean()).isFalse();
        assertThat(failed.path("failure").asString()).isEqualTo("refused_by_bank");
        String refund = "/v1/campaigns/" + campaign + "/refunds/"
                + failed.path("refund").asString();

        assertThat(scene.as("clement").put(mine, account(IBAN)).status()).isEqualTo(404);
        Answer wrong = scene.as("remi").put(mine, account("FR7630006000011234567890188"));
        assertThat(wrong.problem()).isEqualTo("invalid-fields");
        assertThat(wrong.at("/errors/0/field")).isEqualTo("iban");
        assertThat(wrong.body()).doesNotContain("890188");
        assertThat(scene.as("remi").put(mine, account(IBAN)).status()).isEqualTo(204);

        assertThat(scene.as("remi").get(mine).at("/ibanEnding")).isEqualTo("0189");
        Document kept = kept(pledge).orElseThrow();
        assertThat(kept.toJson()).doesNotContain("Rémi", IBAN, "m-remi");
        assertThat(awaitItem("/v1/refunds", campaign).path("accountGiven").asBoolean())
                .isTrue();
        assertThat(scene.as("remi").get(refund + "/account").status()).isEqualTo(403);
        assertThat(operator().get(refund + "/account").at("/iban")).isEqualTo(IBAN);

        assertThat(scene.as("remi")
                        .post(refund + "/by-hand", Map.of("reference", "V1"))
                        .status())
                .isEqualTo(403);
        assertThat(operator()
                        .post(refund + "/by-hand", Map.of("reference", IBAN))
                        .problem())
                .isEqualTo("invalid-fields");
        assertThat(operator().post(refund + "/by-hand", Map.of("reference", "")).problem())
                .isEqualTo("invalid-fields");
        assertThat(operator()
                        .post(refund + "/by-hand", Map.of("reference", "V1"))
                        .status())
                .isEqualTo(204);

        assertThat(operator()
                        .post(refund + "/by-hand", Map.of("reference", "V1"))
                        .status())
                .as("the same again")
                .isEqualTo(204);
        assertThat(operator()
                        .post(refund + "/by-hand", Map.of("reference", "V2"))
                        .problem())
                .isEqualTo("refund-already-done");
        assertThat(scene.stateOf("remi", pledge)).isEqualTo("refunded");
        assertThat(kept(pledge)).as("erased after use").isEmpty();
        assertThat(operator().get(refund + "/account").status()).isEqualTo(404);
        assertThat(scene.as("remi").put(mine, account(IBAN)).problem()).isEqualTo("no-failed-refund");
        assertThat(database.getCollection("journal").find().map(Document::toJson))
                .noneMatch(page -> page.contains(IBAN));
    }

    @Test
    void keepsAPausedRunFromMovingMoneyOnEveryReplicaAndAcrossRestarts() {
        String paused = scene.campaign();
        String other = scene.campaign();
        assertThat(scene.as("remi")
                        .post("/v1/settlement/pause", Map.of("campaign", paused))
                        .status())
                .isEqualTo(403);
        operator().post("/v1/settlement/pause", Map.of("campaign", paused));
        Answer waits = scene.pledges("remi", pledge(paused, 2500));
        Answer goes = scene.pledges("remi", pledge(other, 2500));
        runner.stop();
        SmartLifecycle replica = AnotherReplica.runner(database, escrows, decisions, reports, provider, payees, clock);
        replica.start();
        try {
            scene.tell("cancelled", paused, 6);
            scene.tell("cancelled", other, 6);

            scene.awaitState("remi", goes, "refunded");
            JsonNode run = awaitItem("/v1/settlement?limit=100", paused);
            assertThat(run.path("paused").asBoolean()).isTrue();
            assertThat(run.at("/refunds/due/count").asInt()).isEqualTo(1);
            assertThat(run.at("/refunds/due/sum/amount").asLong()).isEqualTo(2500);
            String refund = "/v1/campaigns/" + paused + "/refunds/"
                    + escrows.find(paused)
                            .orElseThrow()
                            .refunds()
                            .findFirst()
                            .orElseThrow()
                            .of()
                            .id();
            assertThat(operator()
                            .post(refund + "/by-hand", Map.of("reference", "V1"))
                            .problem())
                    .isEqualTo("refund-still-due");
            runner.start();
            assertThat(scene.stateOf("remi", waits)).isEqualTo("refund_due");

            operator().post("/v1/settlement/resume", Map.of("campaign", paused));

            scene.awaitState("remi", waits, "refunded");
            scene.awaitSettled(paused);
        } finally {
            replica.stop();
        }
    }

    @Test
    void stopsEverythingAtOnceAndSaysSo() {
        operator().post("/v1/settlement/pause", Map.of());

        Answer run = operator().get("/v1/settlement");

        assertThat(run.json().path("paused").asBoolean()).isTrue();
        assertThat(run.json().path("limitPerSecond").asDouble()).isPositive();
        assertThat(operator()
                        .post("/v1/settlement/pause", Map.of("campaign", "nobody"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void owesAPayoutAgainThatCameBackAndPaysItWhenRetried() {
        String campaign = scene.campaign();
        scene.pledges("remi", pledge(campaign, 12_000));
        scene.passDeadline();
        scene.awaitSettled(campaign);
        String payout = "/v1/campaigns/" + campaign + "/payouts/main";

        assertThat(http.as(tokens.member("alexis"))
                        .post(payout + "/returned", Map.of("attempt", 1))
                        .status())
                .isEqualTo(403);
        assertThat(operator().post(payout + "/returned", Map.of("attempt", 2)).problem())
                .isEqualTo("not-paid-out");
        assertThat(operator().post(payout + "/returned", Map.of()).problem()).isEqualTo("invalid-fields");
        assertThat(operator()
                        .post(payout + "/returned", Map.of("attempt", 1, "failure", "account_closed"))
                        .status())
                .isEqualTo(204);

        JsonNode back = awaitItem("/v1/payouts?state=failed", campaign);
        assertThat(back.path("state").asString()).isEqualTo("came_back");
        assertThat(back.path("failure").asString()).isEqualTo("account_closed");
        assertThat(operator().post(payout + "/retry").status()).isEqualTo(202);
        scene.awaitSettled(campaign);
        assertThat(operator().post(payout + "/returned", Map.of("attempt", 1)).problem())
                .as("of an older attempt")
                .isEqualTo("not-paid-out");
        assertThat(awaitItem("/v1/payouts?state=done&limit=100", campaign)
                        .path("attempt")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void handsCashOverOnce() {
        String campaign = scene.campaign();
        String handover = "/v1/campaigns/" + campaign + "/cash-handover";
        decide(
                campaign,
                new Command.EnterOfflinePledge(
                        clock.instant(),
                        UUID.randomUUID().toString(),
                        new Money(12_000, "EUR"),
                        null,
                        false,
                        Visibility.ANONYMOUS,
                        "f",
                        "m-agent",
                        Duration.ofDays(3)));
        String pledge = escrows.find(campaign)
                .orElseThrow()
                .pledges()
                .findFirst()
                .orElseThrow()
                .promise()
                .pledge();
        decide(campaign, new Command.ConfirmOfflinePledge(clock.instant(), pledge, "m-other"));
        assertThat(operator().post(handover, Map.of("reference", "R1")).problem())
                .as("before the verdict")
                .isEqualTo("no-cash-due");
        scene.passDeadline();
        scene.awaitState(campaign, "funded");

        assertThat(scene.as("alexis").post(handover, Map.of("reference", "R1")).status())
                .isEqualTo(403);
        long net = scene.statementOf(campaign).json().at("/net/amount").asLong();
        assertThat(operator()
                        .post(handover, Map.of("reference", "R1"))
                        .json()
                        .at("/handedOver/amount")
                        .asLong())
                .isEqualTo(net);
        assertThat(operator()
                        .post(handover, Map.of("reference", "R1"))
                        .json()
                        .at("/handedOver/amount")
                        .asLong())
                .isZero();
        scene.awaitSettled(campaign);
    }

    @Test
    void decidesADisputeOnce() {
        String campaign = scene.campaign();
        Answer pledge = scene.pledges("remi", pledge(campaign, 2500));
        String payment = escrows.find(campaign)
                .orElseThrow()
                .pledge(pledge.at("/id"))
                .orElseThrow()
                .promise()
                .payment();
        String dispute = "dp-" + UUID.randomUUID();
        decide(
                campaign,
                new Command.DisputeOpened(
                        clock.instant(),
                        dispute,
                        pledge.at("/id"),
                        payment,
                        new Money(2500, "EUR"),
                        new Money(1500, "EUR")));

        JsonNode open = awaitItem("/v1/disputes?state=open", campaign);
        assertThat(open.path("bornBy").asString()).isEqualTo("escrow");
        assertThat(open.path("pledgeState").asString()).isEqualTo("disputed");
        String path = "/v1/disputes/" + dispute;
        assertThat(scene.as("remi").post(path + "/won").status()).isEqualTo(403);
        assertThat(operator().post("/v1/disputes/unknown/won").status()).isEqualTo(404);
        assertThat(operator().post(path + "/won").status()).isEqualTo(204);
        assertThat(operator().post(path + "/won").status()).as("again").isEqualTo(204);
        assertThat(operator().post(path + "/lost").problem()).isEqualTo("dispute-closed");
        assertThat(scene.stateOf("remi", pledge)).isEqualTo("confirmed");
        awaitItem("/v1/disputes?state=won", campaign);
    }

    @Test
    void foretellsTheVerdictToTheOperatorAndTheTerritorysStaffOnly() {
        String campaign = scene.campaign();
        scene.pledges("remi", pledge(campaign, 11_111));
        String short_ = scene.campaign();
        scene.pledges("remi", pledge(short_, 9_999));
        String path = "/v1/settlement/forecast?limit=100&until="
                + clock.instant().plus(Scene.LASTS).plusSeconds(1);

        JsonNode funded = awaitItem(path, campaign);
        JsonNode missed = awaitItem(path, short_);

        assertThat(funded.path("verdict").asString()).isEqualTo("funded");
        assertThat(funded.at("/split/net/amount").asLong()).isEqualTo(10_311);
        assertThat(missed.path("verdict").asString()).isEqualTo("not_funded");
        assertThat(missed.at("/refunds/count").asInt()).isEqualTo(1);
        assertThat(missed.at("/refunds/sum/amount").asLong()).isEqualTo(9_999);
        assertThat(item(http.as(tokens.with("nadia", "moderator:lyon")).get(path), campaign))
                .isPresent();
        assertThat(item(http.as(tokens.with("said", "moderator:saint-etienne")).get(path), campaign))
                .isEmpty();
        assertThat(scene.as("remi").get(path).status()).isEqualTo(403);
        assertThat(operator().get(path + "&cursor=nonsense").problem()).isEqualTo("malformed-request");
    }

    @Test
    void simulatesWhatASettlementWouldLeaveToTheOwner() {
        JsonNode split =
                http.get("/v1/simulator?goal=11111&commissionBasisPoints=600").json();

        assertThat(split.at("/commission/amount").asLong()).isEqualTo(667);
        assertThat(split.at("/vat/amount").asLong()).isEqualTo(133);
        assertThat(split.at("/net/amount").asLong()).isEqualTo(10_311);
        for (String wrong : new String[] {
            "goal=0&commissionBasisPoints=600",
            "goal=9223372036854775807&commissionBasisPoints=600",
            "goal=100&commissionBasisPoints=10001",
            "goal=100&commissionBasisPoints=9999&vatBasisPoints=9999",
            "goal=100&commissionBasisPoints=600&currency=euro"
        }) {
            assertThat(http.get("/v1/simulator?" + wrong).problem()).as(wrong).isEqualTo("invalid-fields");
        }
    }

    private Answer failedRefund(String campaign, String member) {
        Answer pledge = scene.pledges(member, pledge(campaign, 2500, Scene.REFUND_FAILS));
        scene.as(member).post("/v1/pledges/" + pledge.at("/id") + "/cancel");
        scene.awaitState(member, pledge, "refund_failed");
        return pledge;
    }

    private static Map<String, Object> account(String iban) {
        return Map.of("holder", "Rémi Dupont", "iban", iban);
    }

    private Optional<Document> kept(Answer pledge) {
        return Optional.ofNullable(database.getCollection("refundAccounts")
                .find(new Document("_id", pledge.at("/id")))
                .first());
    }

    private void decide(String campaign, Command command) {
        assertThat(decisions.of(campaign, command)).isInstanceOf(Outcome.Accepted.class);
    }

    private TestHttp operator() {
        return http.as(tokens.with("odile", "operator"));
    }

    /** Lists follow the journal within moments. */
    private JsonNode awaitItem(String path, String campaign) {
        await().atMost(LONG).until(() -> item(operator().get(path), campaign).isPresent());
        return item(operator().get(path), campaign).orElseThrow();
    }

    private static Optional<JsonNode> item(Answer page, String campaign) {
        return page.json()
                .path("items")
                .valueStream()
                .filter(found -> found.path("campaign").asString().equals(campaign))
                .findFirst();
    }
}
