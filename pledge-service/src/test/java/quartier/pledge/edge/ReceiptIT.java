package quartier.pledge.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static quartier.pledge.edge.Scene.pledge;
import static quartier.pledge.edge.Scene.with;

import com.github.miachm.sods.SpreadSheet;
import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import quartier.testing.Answer;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;

/** What backers, owners, bodies and the operator get in writing, from the payment to the yearly declaration. */
@PledgeIT
class ReceiptIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String STREET = "17 impasse du Secret";
    private static final Map<String, Object> ADDRESS = Map.of("street", STREET, "postalCode", "69001", "city", "Lyon");
    private static final Map<String, Object> PERSON =
            Map.of("person", Map.of("firstName", "Rémi", "lastName", "Confidentiel", "address", ADDRESS));
    private static final Map<String, Object> COMPANY = Map.of(
            "company",
            Map.of("name", "Froid du Rhône", "legalForm", "SARL", "siren", "732 829 320", "address", ADDRESS));

    private final Scene scene;
    private final TestHttp http;
    private final TestTokens tokens;
    private final MongoDatabase database;

    ReceiptIT(Scene scene, TestHttp http, TestTokens tokens, MongoDatabase database) {
        this.scene = scene;
        this.http = http;
        this.tokens = tokens;
        this.database = database;
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
        assertThat(textOf(download("remi", path + ".pdf")))
                .contains("Reçu de paiement", "n’est pas un reçu fiscal", "25,50 €", "Le Kfé", "Remi");
        assertThat(textOf(download("remi", path + ".pdf", "en")))
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
        assertThat(textOf(download("remi", receipt.at("/pdf")))).contains("Remboursements", "Contribution annulée");
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
    void givesOneFrozenTaxReceiptAfterTheReleaseAndNeverBefore() throws Exception {
        String campaign = scene.campaign();
        String body = body(campaign);
        Answer pledge = scene.pledges("remi", with(pledge(campaign, 10_000), "visibility", "anonymous"));
        Answer early = ask("remi", pledge, PERSON);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.problem()).isEqualTo("receipt-before-release");
        assertThat(early.at("/rule")).isEqualTo("receipt-after-release");
        settle(campaign);

        Answer issued = ask("remi", pledge, PERSON);

        assertThat(issued.status()).isEqualTo(201);
        int year = scene.now().atZone(ZoneId.of("Europe/Paris")).getYear();
        assertThat(issued.at("/number")).isEqualTo("%s-%d-00001".formatted(body, year));
        assertThat(issued.at("/form")).startsWith("11580");
        byte[] pdf = download("remi", issued.at("/pdf"));
        assertThat(textOf(pdf))
                .contains(
                        issued.at("/number"),
                        "11580",
                        "Les Amis du Kfé",
                        "Confidentiel",
                        STREET,
                        "100,00 €",
                        "cent euros",
                        "66 %",
                        "Alexis Roy, président",
                        "mandat M-2026-7");
        Answer again = ask("remi", pledge, Map.of());
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(issued.json());
        assertThat(download("remi", issued.at("/pdf"))).isEqualTo(pdf);
        Answer mine = scene.as("remi").get("/v1/me/receipts?year=" + year);
        assertThat(mine.json().path("items")).anySatisfy(receipt -> {
            assertThat(receipt.path("pledge").asString()).isEqualTo(pledge.at("/id"));
            assertThat(receipt.at("/tax/number").asString()).isEqualTo(issued.at("/number"));
        });
        assertThat(scene.as("remi").get("/v1/me/receipts?year=2003").json().path("items"))
                .isEmpty();
        assertThat(scene.as("remi").get("/v1/me/receipts?year=12").problem()).isEqualTo("invalid-fields");
        assertThat(scene.as("alexis").get("/v1/me/receipt-bodies").json().path("items"))
                .anySatisfy(one -> assertThat(one.path("body").asString()).isEqualTo(body));
        assertThat(scene.as("remi").get("/v1/me/receipt-bodies").json().path("items"))
                .isEmpty();
        assertThat(scene.as("zoe")
                        .get("/v1/pledges/" + pledge.at("/id") + "/tax-receipt")
                        .status())
                .isEqualTo(404);
        assertThat(ask("zoe", pledge, PERSON).status()).isEqualTo(404);
        assertNobodyElseKeeps(STREET);
        assertNobodyElseKeeps("Confidentiel");
    }

    @Test
    void cancelsAWrongReceiptAndReplacesItByAnother() throws Exception {
        String campaign = scene.campaign();
        String body = body(campaign);
        Answer pledge = scene.pledges("remi", pledge(campaign, 10_000));
        settle(campaign);
        Answer wrong = ask("remi", pledge, PERSON);
        String register = "/v1/receipt-bodies/" + body + "/receipts/" + wrong.at("/number");
        assertThat(scene.as("remi")
                        .post(register + "/cancel", Map.of("reason", "x"))
                        .status())
                .isEqualTo(403);

        Answer cancelled = operator().post(register + "/cancel", Map.of("reason", "Adresse fausse"));

        assertThat(cancelled.at("/cancelled/reason")).isEqualTo("Adresse fausse");
        assertThat(scene.as("remi").get(wrong.at("/pdf")).status()).isEqualTo(404);
        Answer right = http.as(tokens.member("remi"))
                .with("Accept-Language", "en")
                .post("/v1/pledges/" + pledge.at("/id") + "/tax-receipt", PERSON);
        assertThat(right.status()).isEqualTo(201);
        assertThat(right.at("/replaces")).isEqualTo(wrong.at("/number"));
        assertThat(textOf(download("remi", right.at("/pdf"))))
                .contains("cancels and replaces receipt no. " + wrong.at("/number"), "one hundred euros");
        assertThat(textOf(bytes(tokens.with("odile", "operator"), register + ".pdf", "fr")))
                .contains(wrong.at("/number"));
        int year = scene.now().atZone(ZoneId.of("Europe/Paris")).getYear();
        Answer declaration = scene.as("alexis").get("/v1/receipt-bodies/" + body + "/declarations/" + year);
        assertThat(declaration.json().path("receipts").asLong()).isEqualTo(1);
        assertThat(declaration.json().at("/total/amount").asLong()).isEqualTo(10_000);
        assertThat(declaration.json().path("cancelled").asLong()).isEqualTo(1);
        assertThat(declaration.json().path("lastNumber").asLong()).isEqualTo(2);
        assertThat(scene.as("alexis")
                        .get("/v1/receipt-bodies/" + body + "/declarations/" + year + ".csv")
                        .body())
                .contains("Les Amis du Kfé," + year + ",1,100.00,");
        assertThat(scene.as("zoe")
                        .get("/v1/receipt-bodies/" + body + "/declarations/" + year)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void refusesWithTheRuleWhereThereCanBeNoReceipt() {
        String campaign = scene.campaign();
        Answer gift = scene.pledges("remi", pledge(campaign, 10_000));
        assertThat(ask("remi", gift, PERSON)).satisfies(answer -> {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.problem()).isEqualTo("receipt-without-mandate");
            assertThat(answer.at("/rule")).isEqualTo("receipt-by-mandate");
        });
        body(campaign);
        Answer meal = scene.pledges("clement", with(pledge(campaign, 1500), "tier", "t2"));
        assertThat(ask("clement", meal, PERSON)).satisfies(answer -> {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.problem()).isEqualTo("receipt-reward-too-large");
            assertThat(answer.at("/rule")).isEqualTo("receipt-reward-limits");
            assertThat(answer.json().path("maximum").asLong()).isEqualTo(375);
        });
        Answer coffee = scene.pledges("zoe", with(pledge(campaign, 2500), "tier", "t1"));
        settle(campaign);
        assertThat(ask("zoe", coffee, Map.of())).satisfies(answer -> {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.problem()).isEqualTo("receipt-identity-needed");
        });
        assertThat(ask("zoe", coffee, PERSON).status()).isEqualTo(201);
    }

    @Test
    void givesACompanyItsOwnForm() throws Exception {
        String campaign = scene.campaign();
        body(campaign);
        String organisation = scene.supporter("private", "remi");
        await().until(() -> scene.pledges("remi", with(pledge(campaign, 5_000), "organisation", organisation))
                        .status()
                == 201);
        Answer pledge = scene.pledges("remi", with(pledge(campaign, 10_000), "organisation", organisation));
        settle(campaign);
        assertThat(ask("remi", pledge, PERSON).problem()).isEqualTo("receipt-company-needed");
        Answer invalid = ask(
                "remi",
                pledge,
                Map.of("company", Map.of("name", "F", "legalForm", "SARL", "siren", "1", "address", ADDRESS)));
        assertThat(invalid.problem()).isEqualTo("invalid-fields");
        assertThat(invalid.at("/errors/0/field")).isEqualTo("company.siren");

        Answer issued = ask("remi", pledge, COMPANY);

        assertThat(issued.status()).isEqualTo(201);
        assertThat(textOf(download("remi", issued.at("/pdf"))))
                .contains("entreprises", "16216", "238 bis", "Froid du Rhône", "SARL", "732829320", "60 %");
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
        var sheet = new SpreadSheet(new ByteArrayInputStream(download("alexis", path + ".ods"))).getSheet(0);
        assertThat(sheet.getRange(4, 6).getValue()).isEqualTo(121.11);
        assertThat(textOf(download("alexis", path + ".pdf")))
                .contains("Relevé de la collecte", "Réussie", "103,11 €", "Anonyme", "Un café");
        assertThat(scene.as("remi").get(path + ".csv").status()).isEqualTo(403);
        assertThat(http.as(tokens.with("momo", "moderator:lyon"))
                        .get(path + ".csv")
                        .status())
                .isEqualTo(200);
        assertThat(http.as(tokens.with("lea", "moderator:rennes"))
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

    @Test
    void registersABodyOnceAndChangesItOnlyFromTheVersionThatWasRead() {
        String campaign = scene.campaign();
        String id = body(campaign);
        String path = "/v1/receipt-bodies/" + id;
        assertThat(scene.as("remi").put(path, registration()).status()).isEqualTo(403);
        assertThat(operator().put(path, registration()).problem()).isEqualTo("precondition-required");
        assertThat(operator()
                        .with("If-Match", "\"7\"")
                        .put(path, registration())
                        .problem())
                .isEqualTo("precondition-failed");
        assertThat(operator()
                        .with("If-Match", "\"1\"")
                        .put(path, registration())
                        .header("ETag"))
                .isEqualTo("\"2\"");
        assertThat(operator().put("/v1/receipt-bodies/other", Map.of()).problem())
                .isEqualTo("invalid-fields");
        Answer shown = http.get("/v1/campaigns/" + campaign + "/beneficiary");
        assertThat(shown.at("/name")).isEqualTo("Les Amis du Kfé");
        assertThat(shown.body()).doesNotContain("m-alexis");
        String other = newBody();
        assertThat(operator()
                        .put("/v1/campaigns/" + campaign + "/beneficiary", Map.of("body", other))
                        .problem())
                .isEqualTo("beneficiary-is-another");
    }

    private String body(String campaign) {
        String id = newBody();
        Answer assigned = operator().put("/v1/campaigns/" + campaign + "/beneficiary", Map.of("body", id));
        assertThat(assigned.status()).isEqualTo(200);
        return id;
    }

    private String newBody() {
        String id = "kfe-" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(operator().put("/v1/receipt-bodies/" + id, registration()).status())
                .isEqualTo(201);
        return id;
    }

    private static Map<String, Object> registration() {
        return Map.of(
                "name", "Les Amis du Kfé",
                "rna", "W691234567",
                "address", Map.of("street", "1 place du Marché", "postalCode", "69003", "city", "Lyon"),
                "kind", "general_interest",
                "purpose", "Tenir un café associatif",
                "regime", "general_interest",
                "mandate", Map.of("reference", "M-2026-7", "signedOn", "2026-01-02", "from", "2026-01-05"),
                "signatory", Map.of("name", "Alexis Roy", "role", "président"),
                "agents", List.of("m-alexis"));
    }

    private void settle(String campaign) {
        scene.passDeadline();
        scene.awaitSettled(campaign);
    }

    private Answer ask(String member, Answer pledge, Map<String, Object> identity) {
        return scene.as(member).post("/v1/pledges/" + pledge.at("/id") + "/tax-receipt", identity);
    }

    private TestHttp operator() {
        return http.as(tokens.with("odile", "operator"));
    }

    /** Journal, projections, register: what names the giver is in the two collections that may be erased. */
    private void assertNobodyElseKeeps(String personal) {
        for (String collection : database.listCollectionNames()) {
            if (!Set.of("tax-receipt-papers", "receipt-identities").contains(collection)) {
                for (Document document : database.getCollection(collection).find()) {
                    assertThat(document.toJson()).as(collection).doesNotContain(personal);
                }
            }
        }
    }

    private byte[] download(String member, String path) throws IOException, InterruptedException {
        return download(member, path, "fr");
    }

    private byte[] download(String member, String path, String language) throws IOException, InterruptedException {
        return bytes(tokens.member(member), path, language);
    }

    private byte[] bytes(String token, String path, String language) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = CLIENT.send(
                HttpRequest.newBuilder(http.uri(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Accept-Language", language)
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(answer.statusCode())
                .as(() -> new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return answer.body();
    }

    /** The text of a tagged PDF in a known language, with spaces as people type them. */
    private static String textOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot()).isNotNull();
            assertThat(catalog.getLanguage()).isIn("fr", "en");
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
        }
    }
}
