package quartier.pledge.receipt.mongo;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quartier.platform.store.DocumentMapper;
import quartier.pledge.receipt.Address;
import quartier.pledge.receipt.Body;
import quartier.pledge.receipt.Cancellation;
import quartier.pledge.receipt.Declaration;
import quartier.pledge.receipt.FiscalCalendar;
import quartier.pledge.receipt.FiscalRules;
import quartier.pledge.receipt.Gift;
import quartier.pledge.receipt.Identity;
import quartier.pledge.receipt.IssueTaxReceipt;
import quartier.pledge.receipt.Language;
import quartier.pledge.receipt.OwnerStatement;
import quartier.pledge.receipt.PaymentReceipt;
import quartier.pledge.receipt.Printer;
import quartier.pledge.receipt.ReceiptContent;
import quartier.pledge.receipt.Table;
import quartier.pledge.receipt.TaxReceipt;
import quartier.testing.TestServers;

/** Numbers without gaps and without doubles, whoever asks at the same time and whatever breaks in between. */
class NumberingIT {

    private static final Instant NOW = Instant.parse("2027-01-15T10:00:00Z");
    private static final Address ADDRESS = new Address("3 rue Cachée", "69001", "Lyon", "France");
    private static final FiscalCalendar CALENDAR = new FiscalCalendar(List.of(new FiscalRules(
            LocalDate.of(2021, 1, 1),
            "CGI",
            6600,
            7500,
            200_000,
            6000,
            4000,
            200_000_000,
            2500,
            7300,
            "11580",
            "16216")));

    private final MongoClient client = MongoClients.create(TestServers.mongodb());
    private final MongoDatabase database =
            client.getDatabase("it-" + UUID.randomUUID().toString().substring(0, 8));

    @BeforeEach
    void registerABody() {
        var bodies = new MongoBodies(database, new DocumentMapper());
        bodies.store(new Body(
                "le-kfe",
                1,
                "Le Kfé",
                null,
                "W691234567",
                ADDRESS,
                Body.Kind.GENERAL_INTEREST,
                "Un café de quartier",
                Body.Regime.GENERAL_INTEREST,
                new Body.Mandate("M-1", LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 5), null),
                new Body.Signatory("Alexis Roy", "président"),
                Set.of()));
        bodies.assign("c1", "le-kfe");
    }

    @AfterEach
    void leaveNothing() {
        database.drop();
        client.close();
    }

    /** One process of the service, with nothing in common with another but the store. */
    private final class Replica {

        final Papers papers = new Papers(database);
        final MongoIdentities identities = new MongoIdentities(database, new DocumentMapper());
        final MongoTaxReceipts receipts = new MongoTaxReceipts(database, papers);
        final Crashing printer = new Crashing();
        final IssueTaxReceipt issue = new IssueTaxReceipt(
                receipts,
                new MongoBodies(database, new DocumentMapper()),
                identities,
                printer,
                CALENDAR,
                Period.ofYears(6));

        TaxReceipt issue(String pledge) {
            Gift gift = new Gift(
                    pledge,
                    "c1",
                    "m-" + pledge,
                    null,
                    Gift.Kind.GIFT,
                    Gift.Giver.PERSON,
                    2500,
                    "EUR",
                    Instant.parse("2026-11-24T10:00:00Z"),
                    null,
                    new Gift.Standing.Released(NOW));
            var person = new Identity.Person("Rémi", "Martin", ADDRESS);
            return switch (issue.answer(new IssueTaxReceipt.Request(gift, person, Language.FRENCH, NOW))) {
                case IssueTaxReceipt.Answer.Issued(TaxReceipt receipt) -> receipt;
                case IssueTaxReceipt.Answer.Standing(TaxReceipt receipt) -> receipt;
                case IssueTaxReceipt.Answer.Refused refused -> throw new AssertionError(refused);
                case IssueTaxReceipt.Answer.IdentityNeeded needed -> throw new AssertionError(needed);
            };
        }
    }

    /** Prints quickly, and fails each n-th time if told so. */
    private static final class Crashing implements Printer {

        private final AtomicInteger printed = new AtomicInteger();
        private volatile int failsEach = Integer.MAX_VALUE;

        @Override
        public byte[] taxReceipt(ReceiptContent content) {
            if (printed.incrementAndGet() % failsEach == 0) {
                throw new IllegalStateException("the power failed");
            }
            return (content.number() + " " + content.gift().pledge() + " " + UUID.randomUUID())
                    .getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] paymentReceipt(PaymentReceipt receipt, String name, Language language) {
            return new byte[0];
        }

        @Override
        public byte[] statement(OwnerStatement statement, Table table, Language language) {
            return new byte[0];
        }
    }

    @Test
    void givesConcurrentIssuersOfThreeReplicasDenseNumbersAndEachGiftOne() throws Exception {
        int gifts = 60;
        List<Replica> replicas = List.of(new Replica(), new Replica(), new Replica());
        Set<TaxReceipt> seen = ConcurrentHashMap.newKeySet();
        List<Callable<Boolean>> asked = new ArrayList<>();
        for (int i = 0; i < gifts; i++) {
            String pledge = "p" + i;
            replicas.forEach(replica -> asked.add(() -> seen.add(replica.issue(pledge))));
        }

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(asked)) {
                answer.get();
            }
        }

        assertThat(seen).as("each replica told the same receipt of a gift").hasSize(gifts);
        assertDense(gifts);
        assertThat(database.getCollection("tax-receipt-papers").countDocuments())
                .as("papers of numbers that another got are discarded")
                .isEqualTo(gifts);
    }

    @Test
    void leavesNoGapWhenItBreaksAnywhereInBetween() throws Exception {
        int gifts = 40;
        Replica first = new Replica();
        Replica second = new Replica();
        first.printer.failsEach = 3;
        second.printer.failsEach = 2;
        List<Callable<Boolean>> asked = IntStream.range(0, gifts)
                .<Callable<Boolean>>mapToObj(i -> () -> untilIssued(i % 2 == 0 ? first : second, "p" + i))
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(asked)) {
                assertThat(answer.get()).isTrue();
            }
        }

        assertDense(gifts);
    }

    private static boolean untilIssued(Replica replica, String pledge) {
        for (int attempt = 0; attempt < 50; attempt++) {
            try {
                replica.issue(pledge);
                return true;
            } catch (IllegalStateException crashed) {
                assertThat(crashed).hasMessage("the power failed");
            }
        }
        return false;
    }

    @Test
    void goesOnAfterACrashBetweenThePaperAndItsNumber() {
        Replica crashed = new Replica();
        crashed.issue("p1");
        database.getCollection("tax-receipt-papers")
                .insertOne(new Document("_id", "0".repeat(64))
                        .append("pdf", new Binary(new byte[] {1}))
                        .append("data", "{}")
                        .append("keepUntil", Date.from(NOW)));

        TaxReceipt next = new Replica().issue("p2");

        assertThat(next.number().n()).isEqualTo(2);
        assertDense(2);
    }

    @Test
    void findsTheEndOfALongRowWithoutReadingIt() {
        Replica replica = new Replica();
        for (int n = 1; n <= 37; n++) {
            replica.issue("p" + n);
            assertThat(new Replica().receipts.lastNumber("le-kfe", 2027)).isEqualTo(n);
        }
        assertThat(replica.receipts.lastNumber("le-kfe", 2028)).isZero();
    }

    @Test
    void keepsThePaperAsItWasIssuedAndNoticesWhenItIsNot() {
        Replica replica = new Replica();
        TaxReceipt receipt = replica.issue("p1");
        byte[] paper = replica.receipts.paper(receipt).orElseThrow();
        assertThat(new String(paper, StandardCharsets.UTF_8)).startsWith("le-kfe-2027-00001 p1");

        database.getCollection("tax-receipt-papers")
                .updateOne(eq("_id", receipt.pdfSha256()), Updates.set("pdf", new Binary(new byte[] {7})));

        assertThatIllegalStateException()
                .isThrownBy(() -> replica.receipts.paper(receipt))
                .withMessageContaining("le-kfe-2027-00001");
    }

    @Test
    void erasesPapersAndIdentitiesAfterTheirTimeAndKeepsTheNumbers() {
        Replica replica = new Replica();
        TaxReceipt receipt = replica.issue("p1");

        assertThat(replica.papers.erase(Instant.parse("2033-01-14T10:00:00Z"))).isZero();
        assertThat(replica.papers.erase(Instant.parse("2033-01-15T10:00:00Z"))).isEqualTo(1);
        assertThat(replica.identities.erase(Instant.parse("2033-01-15T10:00:00Z")))
                .isEqualTo(1);

        assertThat(replica.receipts.paper(receipt)).isEmpty();
        assertThat(replica.receipts.find(receipt.number())).contains(receipt);
        assertThat(replica.identities.find("m-p1", null)).isEmpty();
    }

    @Test
    void cancelsOnceAndDeclaresWhatStands() {
        Replica replica = new Replica();
        TaxReceipt receipt = replica.issue("p1");
        replica.issue("p2");
        var cancelled = new Cancellation(receipt.number(), "adresse fausse", "m-odile", NOW);

        assertThat(replica.receipts.cancel(cancelled)).isEqualTo(cancelled);
        assertThat(replica.receipts.cancel(new Cancellation(receipt.number(), "autre", "m-zoe", NOW)))
                .isEqualTo(cancelled);
        TaxReceipt replacement = replica.issue("p1");

        assertThat(replacement.replaces()).isEqualTo(receipt.number());
        assertThat(declared(replica)).isEqualTo(new Declaration("le-kfe", 2027, 2, 5000, 0, 1, 3));
        assertThat(replica.receipts.forGiftsOf("le-kfe", 2026)).hasSize(3);
    }

    @Test
    void refusesToDeclareARegisterWithAHole() {
        Replica replica = new Replica();
        replica.issue("p1");
        replica.issue("p2");
        database.getCollection("tax-receipts").deleteOne(eq("_id", "le-kfe-2027-00001"));

        assertThatIllegalStateException().isThrownBy(() -> declared(replica));
    }

    private static Declaration declared(Replica replica) {
        return Declaration.of(
                "le-kfe",
                2027,
                replica.receipts.issuedIn("le-kfe", 2027),
                replica.receipts.forGiftsOf("le-kfe", 2027),
                replica.receipts.cancelledOf("le-kfe"));
    }

    private void assertDense(int count) {
        List<TaxReceipt> issued = new Replica().receipts.issuedIn("le-kfe", 2027);
        assertThat(issued.stream().map(receipt -> receipt.number().n()))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, count).boxed().toList());
        assertThat(issued.stream().map(TaxReceipt::pledge)).doesNotHaveDuplicates();
    }
}
