package quartier.pledge.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static quartier.pledge.edge.Scene.pledge;
import static quartier.pledge.edge.Scene.with;

import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import quartier.testing.Answer;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;

/** What backers and owners get in writing about payments: the receipt, their own list, the statement. */
@PledgeIT
class ReceiptIT {

    private static final String STREET = "17 impasse du Secret";
    private static final Map<String, Object> ADDRESS = Map.of("street", STREET, "postalCode", "69001", "city", "Lyon");
    private static final Map<String, Object> PERSON =
            Map.of("person", Map.of("firstName", "Rémi", "lastName", "Confidentiel", "address", ADDRESS));

    private final Scene scene;
    private final TestHttp http;
    private final Papers papers;

    ReceiptIT(Scene scene, TestHttp http, TestTokens tokens) {
        this.scene = scene;
        this.http = http;
        this.papers = new Papers(http, tokens);
    }

    @Test
    void givesAPaymentReceiptAtOnceThatSaysItIsNoTaxReceipt() throws Exception {
        String campaign = scene.campaign();
        Answer pledge = scene.pledges("remi", pledge(campaign, 2550));
        String path = pledge.at("/receipts/payment");

        Answer receipt = scene.as("remi").get(path);

        assertThat(receipt.status()).isEqualTo(200);
        assertThat(receipt.json().path("taxReceipt").asBoolean()).isFalse();
        assertThat(receipt.json().at("/amount/amount").asLong()).isEqualTo(2550);
        assertThat(receipt.at("/payment")).isEqualTo("pay-" + pledge.at("/id"));
        assertThat(Papers.textOf(papers.download("remi", path + ".pdf")))
                .contains("Reçu de paiement", "n’est pas un reçu fiscal", "25,50 €", "Le Kfé", "Remi");
        assertThat(Papers.textOf(papers.download("remi", path + ".pdf", "en")))
                .contains("Payment receipt", "not a tax receipt", "€25.50");
        assertThat(scene.as("zoe").get(path).status()).isEqualTo(404);
        assertThat(scene.as("zoe").get(path + ".pdf").status()).isEqualTo(404);
        assertThat(http.get(path).status()).isEqualTo(401);
    }

    @Test
    void tellsARefundOnThePaymentReceipt() throws Exception {
        String campaign = scene.campaign();
        Answer pledge = scene.pledges("remi", pledge(campaign, 2500));
        scene.as("remi").post("/v1/pledges/" + pledge.at("/id") + "/cancel");
        scene.awaitState("remi", pledge, "refunded");

        Answer receipt = scene.as("remi").get("/v1/pledges/" + pledge.at("/id") + "/payment-receipt");

        assertThat(receipt.json().at("/refunded/amount").asLong()).isEqualTo(2500);
        assertThat(receipt.at("/refunds/0/reason")).isEqualTo("cancelled");
        assertThat(receipt.at("/refunds/0/state")).isEqualTo("done");
        assertThat(Papers.textOf(papers.download("remi", receipt.at("/pdf"))))
                .contains("Remboursements", "Contribution annulée");
    }

    @Test
    void refusesAReceiptForWhatWasNotPaid() {
        String campaign = scene.campaign();
        Answer declined = scene.pledges("remi", pledge(campaign, 2500, Scene.DECLINED));

        Answer receipt = scene.as("remi").get("/v1/pledges/" + declined.at("/id") + "/payment-receipt");

        assertThat(receipt.status()).isEqualTo(409);
        assertThat(receipt.problem()).isEqualTo("nothing-paid");
        assertThat(ask("remi", declined, PERSON).problem()).isEqualTo("nothing-paid");
    }

    @Test
    void givesTheOwnerAStatementThatAgreesWithTheLedger() throws Exception {
        String campaign = scene.campaign();
        scene.pledges("remi", with(pledge(campaign, 7777), "visibility", "anonymous"));
        scene.pledges("clement", with(with(pledge(campaign, 3334), "tier", "t1"), "visibility", "anonymous"));
        Answer cancelled = scene.pledges("zoe", pledge(campaign, 1000));
        scene.as("zoe").post("/v1/pledges/" + cancelled.at("/id") + "/cancel");
        scene.awaitState("zoe", cancelled, "refunded");
        settle(campaign);
        String path = "/v1/campaigns/" + campaign + "/statement";
        var ledger = scene.statementOf(campaign).json().path("balances");

        String csv = scene.as("alexis").get(path + ".csv").body();

        assertThat(csv).startsWith("\uFEFFPayé le,Contribution,Contributeur,");
        assertThat(csv).contains(",Anonyme,Don,,Payé,77.77,0.00,0.00,0.00,77.77");
        assertThat(csv).contains(",Clement,Don avec contrepartie,Un café,Payé,33.34,0.00,0.00,0.00,33.34");
        assertThat(csv).contains(",Remboursé,10.00,10.00,0.00,0.00,0.00");
        assertThat(csv).contains("Total,,,,,,121.11,10.00,0.00,0.00,111.11");
        assertThat(ledger.path("revenue:commission").asLong()).isEqualTo(-667);
        assertThat(csv).contains("Commission (hors taxes),,,,,,,,,,-6.67");
        assertThat(ledger.path("vat:commission").asLong()).isEqualTo(-133);
        assertThat(csv).contains("TVA sur la commission,,,,,,,,,,-1.33");
        assertThat(csv).contains("Net pour le porteur,,,,,,,,,,103.11");
        var sheet = new SpreadSheet(new ByteArrayInputStream(papers.download("alexis", path + ".ods"))).getSheet(0);
        assertThat(sheet.getRange(4, 6).getValue()).isEqualTo(121.11);
        assertThat(Papers.textOf(papers.download("alexis", path + ".pdf")))
                .contains("Relevé de la collecte", "Réussie", "103,11 €", "Anonyme", "Un café");
        assertThat(scene.as("remi").get(path + ".csv").status()).isEqualTo(403);
        assertThat(http.as(papers.tokens().with("momo", "moderator:lyon"))
                        .get(path + ".csv")
                        .status())
                .isEqualTo(200);
        assertThat(http.as(papers.tokens().with("lea", "moderator:rennes"))
                        .get(path + ".csv")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void givesABackerTheirOwnListAsAFile() {
        String campaign = scene.campaign();
        String member = "backer-" + UUID.randomUUID();
        Answer pledge = scene.pledges(member, pledge(campaign, 2500));

        await().untilAsserted(() -> assertThat(
                        scene.as(member).get("/v1/me/pledges.csv").body())
                .contains(pledge.at("/id") + "," + campaign + ",25.00,EUR,,Payé,/v1/pledges/" + pledge.at("/id")
                        + "/payment-receipt.pdf"));
        assertThat(scene.as(member).get("/v1/me/pledges").at("/items/0/receipts/tax"))
                .isEqualTo("/v1/pledges/" + pledge.at("/id") + "/tax-receipt");
    }

    private void settle(String campaign) {
        scene.passDeadline();
        scene.awaitSettled(campaign);
    }

    private Answer ask(String member, Answer pledge, Map<String, Object> identity) {
        return scene.as(member).post("/v1/pledges/" + pledge.at("/id") + "/tax-receipt", identity);
    }
}
