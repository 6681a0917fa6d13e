package quartier.pledge.audit;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static quartier.pledge.escrow.Campaigns.DEADLINE;
import static quartier.pledge.escrow.Campaigns.START;
import static quartier.pledge.escrow.Campaigns.confirm;
import static quartier.pledge.escrow.Campaigns.open;
import static quartier.pledge.escrow.Campaigns.payment;
import static quartier.pledge.escrow.Campaigns.place;
import static quartier.pledge.escrow.Campaigns.terms;
import static quartier.pledge.escrow.journal.Replicas.accept;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import quartier.pledge.escrow.Account;
import quartier.pledge.escrow.BackerKind;
import quartier.pledge.escrow.Bookkeeping;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Entry;
import quartier.pledge.escrow.Event;
import quartier.pledge.escrow.MatchRule;
import quartier.pledge.escrow.Money;
import quartier.pledge.escrow.PledgeKind;
import quartier.pledge.escrow.Promise;
import quartier.pledge.escrow.RefundReason;
import quartier.pledge.escrow.Returned;
import quartier.pledge.escrow.Split;
import quartier.pledge.escrow.Transaction;
import quartier.pledge.escrow.Transaction.Posting;
import quartier.pledge.escrow.Visibility;
import quartier.pledge.escrow.journal.EscrowEngine;
import quartier.pledge.escrow.journal.Replicas;
import quartier.testing.TestServers;

/** The auditor finds nothing where nothing is wrong, and each planted mistake by the check that is meant to. */
class AuditorIT {

    private static final String CAMPAIGN = "kfe";

    private final Replicas replicas = new Replicas();

    @AfterEach
    void stop() {
        replicas.close();
    }

    @Test
    void findsNothingInCampaignsOfEveryOutcome() {
        EscrowEngine engine = live(CAMPAIGN);
        accept(
                engine,
                CAMPAIGN,
                new Command.GrantAllowance(
                        START, "a", "fund", new Money(1_000, "EUR"), new MatchRule.Proportional(500, 0, null, null)));
        accept(engine, CAMPAIGN, place("p3", 10_000));
        accept(engine, CAMPAIGN, confirm(START, "p3", payment("p3"), 10_000, 100));
        accept(engine, CAMPAIGN, confirm(START, "p3", "pay-twice", 10_000, 0));
        accept(engine, CAMPAIGN, new Command.CancelPledge(START, "kfe-p2"));
        accept(engine, CAMPAIGN, new Command.RefundSucceeded(START, payment("kfe-p2")));
        accept(engine, CAMPAIGN, new Command.ReachDeadline(DEADLINE));
        accept(engine, CAMPAIGN, new Command.PayoutSucceeded(DEADLINE, "main", 1, "po-1"));
        live("failed");
        accept(engine, "failed", new Command.ReachDeadline(DEADLINE));
        accept(engine, "failed", new Command.RefundFailed(DEADLINE, payment("failed-p1"), 1, "account closed"));
        live("cancelled");
        accept(engine, "cancelled", place("held", 500));
        accept(engine, "cancelled", new Command.CancelCampaign(START, "moved away"));
        await().until(() -> replicas.projectedPage(CAMPAIGN) == 13
                && replicas.projectedPage("failed") == 7
                && replicas.projectedPage("cancelled") == 7);

        AuditReport report = audit();

        assertThat(report.isClean()).as(() -> print(report)).isTrue();
        assertThat(report.campaigns()).isEqualTo(3);
        assertThat(Check.values()).allMatch(check -> report.examined(check) > 0);
        assertThat(run()).isZero();
    }

    @Test
    void findsATamperedPage() {
        live(CAMPAIGN);
        MongoCollection<Document> journal = replicas.database().getCollection("journal");
        Document id = new Document("campaign", CAMPAIGN).append("n", 2L);
        Document page = Objects.requireNonNull(journal.find(eq("_id", id)).first());
        byte[] body = page.get("body", Binary.class).getData();
        body[indexOf(body, "m-kfe-p1") + 2] ^= 1;
        journal.updateOne(eq("_id", id), Updates.set("body", new Binary(body)));

        assertFinds(Check.CHAIN, "page 2 is not what its hash says");
        assertThat(run()).isEqualTo(1);
    }

    @Test
    void findsAMissingPage() {
        live(CAMPAIGN);
        replicas.database()
                .getCollection("journal")
                .deleteOne(eq("_id", new Document("campaign", CAMPAIGN).append("n", 2L)));
        assertFinds(Check.CHAIN, "1 pages are missing below page 5");
    }

    @Test
    void findsAnUnbalancedTransaction() {
        live(CAMPAIGN);
        Event refunded = new Event.Refunded(START, returned("kfe-p1", 500));
        replicas.plant(
                CAMPAIGN,
                new Entry(
                        null,
                        List.of(refunded),
                        new Transaction(List.of(
                                new Posting(Account.ESCROW, 500, null), new Posting(Account.CASH_PSP, -499, null)))));
        assertFinds(Check.BALANCE, "misses 1");
    }

    @Test
    void findsMoneyThatMovedWithoutATransaction() {
        live(CAMPAIGN);
        replicas.plant(CAMPAIGN, new Entry(null, List.of(new Event.Refunded(START, returned("kfe-p1", 500))), null));
        assertFinds(Check.BALANCE, "does not say what its events say");
        assertFinds(Check.ESCROW, "its events make");
    }

    @Test
    void findsADoubleRefund() {
        EscrowEngine engine = live(CAMPAIGN);
        accept(engine, CAMPAIGN, new Command.CancelPledge(START, "kfe-p1"));
        accept(engine, CAMPAIGN, new Command.RefundSucceeded(START, payment("kfe-p1")));
        plant(new Event.Refunded(START, returned("kfe-p1", 500)));
        assertFinds(Check.REFUNDS, "refunded twice");
    }

    @Test
    void findsARefundOfMoreThanCameIn() {
        live(CAMPAIGN);
        plant(new Event.Refunded(START, returned("kfe-p1", 501)));
        assertFinds(Check.REFUNDS, "a refund of 501 where 500 are left");
    }

    @Test
    void findsAnAmountThatIsNotPositive() {
        live(CAMPAIGN);
        plant(new Event.PledgePlaced(START, promise("p9", -5, null), DEADLINE));
        assertFinds(Check.AMOUNTS, "not positive: -5");
    }

    @Test
    void findsPledgesOverTheCapAndBeyondTheStock() {
        live(CAMPAIGN);
        plant(new Event.PledgePlaced(START, promise("p9", 14_500, null), DEADLINE));
        assertFinds(Check.LIMITS, "over the cap");
        for (int i = 0; i < 4; i++) {
            plant(new Event.PledgePlaced(START, promise("basket" + i, 1, "basket"), DEADLINE));
        }
        assertFinds(Check.LIMITS, "tier basket sold beyond its stock: 4");
    }

    @Test
    void findsAHoldThatEndsTwice() {
        live(CAMPAIGN);
        plant(new Event.HoldExpired(START, "kfe-p1"));
        assertFinds(Check.HOLDS, "a hold ends that there is not");
    }

    @Test
    void findsAPayoutWithoutSuccess() {
        live(CAMPAIGN);
        plant(new Event.PaidOut(START, 500, "po-1", "main", 1));
        assertFinds(Check.ALL_OR_NOTHING, "paid out without success");
    }

    @Test
    void findsASettlementThatSkippedARefund() {
        EscrowEngine engine = live(CAMPAIGN);
        accept(engine, CAMPAIGN, new Command.ReachDeadline(DEADLINE));
        plant(new Event.CampaignSettled(DEADLINE, 0));
        assertFinds(Check.ALL_OR_NOTHING, "settled while 1000 were not given back");
    }

    @Test
    void findsAVerdictTooEarlyTwiceOrWithAPaymentUnknown() {
        EscrowEngine engine = live(CAMPAIGN);
        accept(engine, CAMPAIGN, place("p9", 500));
        plant(new Event.CampaignNotFunded(START, 2, 1_000));
        assertFinds(Check.VERDICT, "a verdict before the deadline");
        assertFinds(Check.VERDICT, "a verdict while 1 payments were unknown");
        plant(new Event.CampaignNotFunded(DEADLINE, 2, 1_000));
        assertFinds(Check.VERDICT, "more than one verdict");
    }

    @Test
    void findsASuccessBelowTheGoalAndARoundingMistake() {
        EscrowEngine engine = live(CAMPAIGN);
        accept(engine, CAMPAIGN, place("p9", 500));
        accept(engine, CAMPAIGN, new Command.ReachDeadline(DEADLINE));
        plant(
                new Event.PledgeDeclined(DEADLINE, "p9", "declined"),
                new Event.CampaignFunded(DEADLINE, 2, new Split(1_000, 60, 11, 0, 929), 0, null, 0));
        assertFinds(Check.ALL_OR_NOTHING, "funded with 1000 of 10000");
        assertFinds(Check.SPLIT, "the split should be Split[collected=1000, commission=60, vat=12");
    }

    @Test
    void findsProjectionsThatSaySomethingElse() {
        live(CAMPAIGN);
        await().until(() -> replicas.projectedPage(CAMPAIGN) == 5);
        replicas.database().getCollection("pledges").updateOne(eq("_id", "kfe-p1"), Updates.set("status", "refunded"));
        assertFinds(Check.PROJECTIONS, "the document of pledge kfe-p1 says status = refunded, the journal confirmed");
        replicas.database().getCollection("escrows").updateOne(eq("_id", CAMPAIGN), Updates.set("collected", 999L));
        assertFinds(Check.PROJECTIONS, "the campaign's document says collected = 999, the journal 1000");
        replicas.database().getCollection("pledges").deleteOne(eq("_id", "kfe-p2"));
        assertFinds(Check.PROJECTIONS, "the document of pledge kfe-p2 misses page 5");
    }

    @Test
    void findsADocumentThatNoJournalHas() {
        live(CAMPAIGN);
        await().until(() -> replicas.projectedPage(CAMPAIGN) == 5);
        replicas.database().getCollection("pledges").insertOne(new Document("_id", "invented"));
        assertFinds(Check.PROJECTIONS, "1 documents show pledges that no journal has");
    }

    @Test
    void doesNotMindProjectionsThatAreBehind() {
        live(CAMPAIGN);
        await().until(() -> replicas.projectedPage(CAMPAIGN) == 5);
        plant(new Event.PledgeCancelled(START, "kfe-p1"));
        AuditReport report = audit();
        assertThat(report.isClean()).as(() -> print(report)).isTrue();
        replicas.database().getCollection("pledges").updateOne(eq("_id", "kfe-p1"), Updates.set("status", "cancelled"));
        assertFinds(Check.PROJECTIONS, "says status = cancelled, the journal confirmed");
    }

    /** Five pages: opened, and two pledges of 5 € placed and paid. */
    private EscrowEngine live(String campaign) {
        EscrowEngine engine = replicas.start();
        accept(engine, campaign, open(terms()));
        for (String pledge : List.of(campaign + "-p1", campaign + "-p2")) {
            accept(engine, campaign, place(pledge, 500));
            accept(engine, campaign, confirm(pledge, 500));
        }
        return engine;
    }

    private void plant(Event... events) {
        List<Event> all = List.of(events);
        replicas.plant(CAMPAIGN, new Entry(null, all, Bookkeeping.transactionOf(all)));
    }

    private AuditReport audit() {
        return new Auditor(replicas.database()).audit();
    }

    private void assertFinds(Check check, String message) {
        AuditReport report = audit();
        assertThat(report.messages(check)).as(() -> print(report)).anyMatch(found -> found.contains(message));
    }

    private int run() {
        return AuditCommand.run(
                TestServers.mongodb(),
                replicas.database().getName(),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }

    private static String print(AuditReport report) {
        StringBuilder all = new StringBuilder();
        for (Check check : Check.values()) {
            report.messages(check)
                    .forEach(message ->
                            all.append(check).append(' ').append(message).append('\n'));
        }
        return all.toString();
    }

    private static Returned returned(String pledge, long amount) {
        return new Returned(payment(pledge), pledge, amount, RefundReason.CANCELLED, 0);
    }

    private static Promise promise(String pledge, long amount, @Nullable String tier) {
        return new Promise(
                pledge,
                "m-remi",
                null,
                amount,
                tier,
                Visibility.NAME,
                "fingerprint",
                payment(pledge),
                Instant.EPOCH,
                PledgeKind.GIFT,
                BackerKind.PERSON,
                false,
                null);
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }
}
