package quartier.pledge.edge;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static quartier.pledge.edge.Scene.pledge;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import quartier.pledge.audit.AuditReport;
import quartier.pledge.audit.Auditor;
import quartier.pledge.audit.Check;
import quartier.testing.Answer;
import quartier.testing.TestClock;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;
import tools.jackson.databind.JsonNode;

/** The provider's statement and the ledger match line by line, or the line stands in suspense with its age. */
@PledgeIT
class ReconciliationIT {

    private final Scene scene;
    private final TestHttp http;
    private final TestTokens tokens;
    private final TestClock clock;
    private final MongoDatabase database;
    private final MongoCollection<Document> lines;
    private final MongoCollection<Document> bankPayments;

    ReconciliationIT(
            Scene scene,
            TestHttp http,
            TestTokens tokens,
            TestClock clock,
            MongoClient client,
            MongoDatabase database,
            Environment environment) {
        this.scene = scene;
        this.http = http;
        this.tokens = tokens;
        this.clock = clock;
        this.database = database;
        this.lines = database.getCollection("reconciliation");
        this.bankPayments = client.getDatabase(environment.getRequiredProperty("quartier.payment.sandbox.database"))
                .getCollection("payments");
    }

    @Test
    void matchesEveryLineOfAFundedAndOfAFailedCampaign() {
        String funded = scene.campaign();
        scene.pledges("remi", pledge(funded, 10_000));
        Answer cancelled = scene.pledges("clement", pledge(funded, 1000));
        scene.as("clement").post("/v1/pledges/" + cancelled.at("/id") + "/cancel");
        String failed = scene.campaign();
        scene.pledges("remi", pledge(failed, 2500));
        scene.passDeadline();
        scene.awaitSettled(funded);
        scene.awaitSettled(failed);

        await().untilAsserted(() ->
                assertThat(suspendedOf(reconciled(), funded, failed)).isEmpty());
    }

    @Test
    void suspendsALineThatOnlyTheProviderHasAndTellsItsAge() {
        String campaign = scene.campaign();
        Answer pledge = scene.pledges("remi", pledge(campaign, 2500));
        await().untilAsserted(() -> assertThat(lineOf(pledge)).isNull());
        Document taken = Objects.requireNonNull(
                bankPayments.find(eq("_id", payment(pledge))).first());

        // A payment that nobody here asked for, and that no event tells of.
        bankPayments.insertOne(new Document(taken).append("_id", "pay-stranger").append("events", List.of()));

        JsonNode stranger = Objects.requireNonNull(line(reconciled(), "pay-stranger"));
        assertThat(stranger.path("why").asString()).isEqualTo("not_in_ledger");
        assertThat(stranger.path("differenceMinorUnits").asLong()).isEqualTo(2500);

        clock.advance(Duration.ofHours(3));
        JsonNode older = Objects.requireNonNull(line(reconciled(), "pay-stranger"));
        assertThat(older.path("ageSeconds").asLong()).isGreaterThanOrEqualTo(3 * 3600);
        bankPayments.deleteOne(eq("_id", "pay-stranger"));
    }

    @Test
    void suspendsALineThatOnlyTheLedgerHasAndClearsItWhenTheStatementFollows() {
        String campaign = scene.campaign();
        Answer pledge = scene.pledges("remi", pledge(campaign, 2500));
        Document taken = Objects.requireNonNull(
                bankPayments.find(eq("_id", payment(pledge))).first());
        bankPayments.deleteOne(eq("_id", payment(pledge)));

        await().untilAsserted(() -> {
            JsonNode missing = Objects.requireNonNull(lineOf(pledge));
            assertThat(missing.path("why").asString()).isEqualTo("not_on_statement");
            assertThat(missing.path("campaign").asString()).isEqualTo(campaign);
            assertThat(missing.path("differenceMinorUnits").asLong()).isEqualTo(-2500);
        });

        bankPayments.insertOne(taken);

        assertThat(lineOf(pledge)).isNull();
    }

    @Test
    void suspendsALineOfAnotherAmount() {
        String campaign = scene.campaign();
        Answer pledge = scene.pledges("remi", pledge(campaign, 2500));
        bankPayments.updateOne(eq("_id", payment(pledge)), set("fee", 35L));

        await().untilAsserted(() -> {
            JsonNode line = Objects.requireNonNull(lineOf(pledge));
            assertThat(line.path("why").asString()).isEqualTo("another_amount");
            assertThat(line.path("differenceMinorUnits").asLong()).isEqualTo(-35);
        });
    }

    @Test
    void isAuditedAgainstTheJournal() {
        String campaign = scene.campaign();
        Answer pledge = scene.pledges("remi", pledge(campaign, 2500));
        await().untilAsserted(() -> assertThat(compared(pledge)).isNotNull());
        AuditReport clean = new Auditor(database).audit();
        assertThat(clean.examined(Check.STATEMENT)).isGreaterThanOrEqualTo(2);
        assertThat(clean.messages(Check.STATEMENT)).isEmpty();

        lines.updateOne(eq("reference", payment(pledge)), set("ledger.0.minorUnits", 2499L));

        assertThat(new Auditor(database).audit().messages(Check.STATEMENT))
                .anyMatch(found -> found.contains("the journal has 2500 of charge " + payment(pledge)));
        lines.updateOne(eq("reference", payment(pledge)), set("ledger.0.minorUnits", 2500L));
    }

    private @Nullable Document compared(Answer pledge) {
        reconciled();
        return lines.find(and(eq("reference", payment(pledge)), eq("difference", 0L), exists("ledger")))
                .first();
    }

    @Test
    void isShownToTheOperatorOnly() {
        assertThat(scene.as("remi").get("/v1/reconciliation").status()).isEqualTo(403);
        assertThat(scene.as("remi").post("/v1/reconciliation/run").status()).isEqualTo(403);
        assertThat(http.get("/v1/reconciliation").status()).isEqualTo(401);
    }

    private JsonNode reconciled() {
        Answer answer = http.as(tokens.with("odile", "operator")).post("/v1/reconciliation/run");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private @Nullable JsonNode lineOf(Answer pledge) {
        return line(reconciled(), payment(pledge));
    }

    private static @Nullable JsonNode line(JsonNode reconciliation, String reference) {
        return reconciliation
                .path("lines")
                .valueStream()
                .filter(line -> line.path("reference").asString().equals(reference))
                .findFirst()
                .orElse(null);
    }

    private static List<String> suspendedOf(JsonNode reconciliation, String... campaigns) {
        return reconciliation
                .path("lines")
                .valueStream()
                .map(JsonNode::toString)
                .filter(line -> List.of(campaigns).stream().anyMatch(line::contains))
                .toList();
    }

    private static String payment(Answer pledge) {
        return "pay-" + pledge.at("/id");
    }
}
