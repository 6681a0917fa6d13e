package quartier.pledge.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static quartier.pledge.edge.Scene.pledge;
import static quartier.pledge.edge.Scene.with;

import com.mongodb.client.MongoDatabase;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import quartier.testing.Answer;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;

/** Tax receipts and the bodies in whose name they are issued, from the mandate to the yearly declaration. */
@PledgeIT
class TaxReceiptIT {

    private static final String STREET = "17 impasse du Secret";
    private static final Map<String, Object> ADDRESS = Map.of("street", STREET, "postalCode", "69001", "city", "Lyon");
    private static final Map<String, Object> PERSON =
            Map.of("person", Map.of("firstName", "Rémi", "lastName", "Confidentiel", "address", ADDRESS));
    private static final Map<String, Object> COMPANY = Map.of(
            "company",
            Map.of("name", "Froid du Rhône", "legalForm", "SARL", "siren", "732 829 320", "address", ADDRESS));

    private final Scene scene;
    private final TestHttp http;
    private final MongoDatabase database;
    private final Papers papers;

    TaxReceiptIT(Scene scene, TestHttp http, TestTokens tokens, MongoDatabase database) {
        this.scene = scene;
        this.http = http;
        this.database = database;
        this.papers = new Papers(http, tokens);
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
        byte[] pdf = papers.download("remi", issued.at("/pdf"));
        assertThat(Papers.textOf(pdf))
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
        assertThat(papers.download("remi", issued.at("/pdf"))).isEqualTo(pdf);
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

        Answer cancelled = scene.operator().post(register + "/cancel", Map.of("reason", "Adresse fausse"));

        assertThat(cancelled.at("/cancelled/reason")).isEqualTo("Adresse fausse");
        assertThat(scene.as("remi").get(wrong.at("/pdf")).status()).isEqualTo(404);
        Answer right = http.as(papers.tokens().member("remi"))
                .with("Accept-Language", "en")
                .post("/v1/pledges/" + pledge.at("/id") + "/tax-receipt", PERSON);
        assertThat(right.status()).isEqualTo(201);
        assertThat(right.at("/replaces")).isEqualTo(wrong.at("/number"));
        assertThat(Papers.textOf(papers.download("remi", right.at("/pdf"))))
                .contains("cancels and replaces receipt no. " + wrong.at("/number"), "one hundred euros");
        assertThat(Papers.textOf(papers.bytes(papers.tokens().with("odile", "operator"), register + ".pdf", "fr")))
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
        assertThat(Papers.textOf(papers.download("remi", issued.at("/pdf"))))
                .contains("entreprises", "16216", "238 bis", "Froid du Rhône", "SARL", "732829320", "60 %");
    }

    @Test
    void registersABodyOnceAndChangesItOnlyFromTheVersionThatWasRead() {
        String campaign = scene.campaign();
        String id = body(campaign);
        String path = "/v1/receipt-bodies/" + id;
        assertThat(scene.as("remi").put(path, registration()).status()).isEqualTo(403);
        assertThat(scene.operator().put(path, registration()).problem()).isEqualTo("precondition-required");
        assertThat(scene.operator()
                        .with("If-Match", "\"7\"")
                        .put(path, registration())
                        .problem())
                .isEqualTo("precondition-failed");
        assertThat(scene.operator()
                        .with("If-Match", "\"1\"")
                        .put(path, registration())
                        .header("ETag"))
                .isEqualTo("\"2\"");
        assertThat(scene.operator().put("/v1/receipt-bodies/other", Map.of()).problem())
                .isEqualTo("invalid-fields");
        Answer shown = http.get("/v1/campaigns/" + campaign + "/beneficiary");
        assertThat(shown.at("/name")).isEqualTo("Les Amis du Kfé");
        assertThat(shown.body()).doesNotContain("m-alexis");
        String other = newBody();
        assertThat(scene.operator()
                        .put("/v1/campaigns/" + campaign + "/beneficiary", Map.of("body", other))
                        .problem())
                .isEqualTo("beneficiary-is-another");
    }

    private String body(String campaign) {
        String id = newBody();
        Answer assigned = scene.operator().put("/v1/campaigns/" + campaign + "/beneficiary", Map.of("body", id));
        assertThat(assigned.status()).isEqualTo(200);
        return id;
    }

    private String newBody() {
        String id = "kfe-" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(scene.operator().put("/v1/receipt-bodies/" + id, registration()).status())
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
}
