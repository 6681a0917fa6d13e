package quartier.pledge.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.pledge.edge.Scene.pledge;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import quartier.pledge.checkout.Decisions;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.escrow.Money;
import quartier.pledge.escrow.Outcome;
import quartier.pledge.escrow.Visibility;
import quartier.testing.Answer;
import quartier.testing.TestClock;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;
import tools.jackson.databind.JsonNode;

/** What the operator decides by hand: refunds that failed, payouts that came back, cash, disputes. */
@PledgeIT
class OperatorIT {

    private static final String IBAN = "FR7630006000011234567890189";

    private final Scene scene;
    private final TestHttp http;
    private final TestTokens tokens;
    private final TestClock clock;
    private final MongoDatabase database;
    private final Escrows escrows;
    private final Decisions decisions;

    OperatorIT(
            Scene scene,
            TestHttp http,
            TestTokens tokens,
            TestClock clock,
            MongoDatabase database,
            Escrows escrows,
            Decisions decisions) {
        this.scene = scene;
        this.http = http;
        this.tokens = tokens;
        this.clock = clock;
        this.database = database;
        this.escrows = escrows;
        this.decisions = decisions;
    }

    @Test
    void givesBackByHandWhatTheProviderCouldNotToTheAccountThatItsBackerNamed() {
        String campaign = scene.campaign();
        Answer pledge = failedRefund(campaign, "remi");
        String mine = "/v1/me/pledges/" + pledge.at("/id") + "/refund-account";
        JsonNode failed = scene.awaitItem("/v1/refunds?state=failed", campaign);
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
        assertThat(scene.awaitItem("/v1/refunds", campaign).path("accountGiven").asBoolean())
                .isTrue();
        assertThat(scene.as("remi").get(refund + "/account").status()).isEqualTo(403);
        assertThat(scene.operator().get(refund + "/account").at("/iban")).isEqualTo(IBAN);

        assertThat(scene.as("remi")
                        .post(refund + "/by-hand", Map.of("reference", "V1"))
                        .status())
                .isEqualTo(403);
        assertThat(scene.operator()
                        .post(refund + "/by-hand", Map.of("reference", IBAN))
                        .problem())
                .isEqualTo("invalid-fields");
        assertThat(scene.operator()
                        .post(refund + "/by-hand", Map.of("reference", ""))
                        .problem())
                .isEqualTo("invalid-fields");
        assertThat(scene.operator()
                        .post(refund + "/by-hand", Map.of("reference", "V1"))
                        .status())
                .isEqualTo(204);

        assertThat(scene.operator()
                        .post(refund + "/by-hand", Map.of("reference", "V1"))
                        .status())
                .as("the same again")
                .isEqualTo(204);
        assertThat(scene.operator()
                        .post(refund + "/by-hand", Map.of("reference", "V2"))
                        .problem())
                .isEqualTo("refund-already-done");
        assertThat(scene.stateOf("remi", pledge)).isEqualTo("refunded");
        assertThat(kept(pledge)).as("erased after use").isEmpty();
        assertThat(scene.operator().get(refund + "/account").status()).isEqualTo(404);
        assertThat(scene.as("remi").put(mine, account(IBAN)).problem()).isEqualTo("no-failed-refund");
        assertThat(database.getCollection("journal").find().map(Document::toJson))
                .noneMatch(page -> page.contains(IBAN));
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
        assertThat(scene.operator()
                        .post(payout + "/returned", Map.of("attempt", 2))
                        .problem())
                .isEqualTo("not-paid-out");
        assertThat(scene.operator().post(payout + "/returned", Map.of()).problem())
                .isEqualTo("invalid-fields");
        assertThat(scene.operator()
                        .post(payout + "/returned", Map.of("attempt", 1, "failure", "account_closed"))
                        .status())
                .isEqualTo(204);

        JsonNode back = scene.awaitItem("/v1/payouts?state=failed", campaign);
        assertThat(back.path("state").asString()).isEqualTo("came_back");
        assertThat(back.path("failure").asString()).isEqualTo("account_closed");
        assertThat(scene.operator().post(payout + "/retry").status()).isEqualTo(202);
        scene.awaitSettled(campaign);
        assertThat(scene.operator()
                        .post(payout + "/returned", Map.of("attempt", 1))
                        .problem())
                .as("of an older attempt")
                .isEqualTo("not-paid-out");
        assertThat(scene.awaitItem("/v1/payouts?state=done&limit=100", campaign)
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
        assertThat(scene.operator().post(handover, Map.of("reference", "R1")).problem())
                .as("before the verdict")
                .isEqualTo("no-cash-due");
        scene.passDeadline();
        scene.awaitState(campaign, "funded");

        assertThat(scene.as("alexis").post(handover, Map.of("reference", "R1")).status())
                .isEqualTo(403);
        long net = scene.statementOf(campaign).json().at("/net/amount").asLong();
        assertThat(scene.operator()
                        .post(handover, Map.of("reference", "R1"))
                        .json()
                        .at("/handedOver/amount")
                        .asLong())
                .isEqualTo(net);
        assertThat(scene.operator()
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

        JsonNode open = scene.awaitItem("/v1/disputes?state=open", campaign);
        assertThat(open.path("bornBy").asString()).isEqualTo("escrow");
        assertThat(open.path("pledgeState").asString()).isEqualTo("disputed");
        String path = "/v1/disputes/" + dispute;
        assertThat(scene.as("remi").post(path + "/won").status()).isEqualTo(403);
        assertThat(scene.operator().post("/v1/disputes/unknown/won").status()).isEqualTo(404);
        assertThat(scene.operator().post(path + "/won").status()).isEqualTo(204);
        assertThat(scene.operator().post(path + "/won").status()).as("again").isEqualTo(204);
        assertThat(scene.operator().post(path + "/lost").problem()).isEqualTo("dispute-closed");
        assertThat(scene.stateOf("remi", pledge)).isEqualTo("confirmed");
        scene.awaitItem("/v1/disputes?state=won", campaign);
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
}
