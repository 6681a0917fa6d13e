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
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Entry;
import quartier.pledge.escrow.Event;
import quartier.pledge.escrow.journal.EscrowEngine;
import quartier.pledge.escrow.journal.Replicas;
import quartier.testing.TestServers;

/** The auditor on a real store; what each check finds is the business of {@link AuditorTest}. */
class AuditorIT {

    private static final String CAMPAIGN = "kfe";
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final Replicas replicas = new Replicas();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @AfterEach
    void stop() {
        replicas.close();
    }

    @Test
    void findsNothingInCampaignsOfEveryOutcome() {
        EscrowEngine engine = live(CAMPAIGN);
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
        await().until(() -> replicas.projectedPage(CAMPAIGN) == 12
                && replicas.projectedPage("failed") == 7
                && replicas.projectedPage("cancelled") == 7);

        assertThat(run()).as(printed::toString).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("Full audit of 3 campaigns", "26 pages");
        assertThat(run("--incremental")).as(printed::toString).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("Incremental audit of 3 campaigns", "3 pages");
        assertThat(run("--incremental", "a", "b")).isEqualTo(2);
    }

    @Test
    void namesTheTamperedPage() {
        live(CAMPAIGN);
        MongoCollection<Document> journal = replicas.database().getCollection("journal");
        Document id = new Document("campaign", CAMPAIGN).append("n", 2L);
        Document page = Objects.requireNonNull(journal.find(eq("_id", id)).first());
        byte[] body = page.get("body", Binary.class).getData();
        body[new String(body, StandardCharsets.ISO_8859_1).indexOf("m-kfe-p1") + 2] ^= 1;
        journal.updateOne(eq("_id", id), Updates.set("body", new Binary(body)));

        assertThat(run()).isEqualTo(1);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("kfe: page 2 is not what its hash says");
    }

    @Test
    void findsAMissingPageAndWhatTheJournalNeverSaid() {
        live(CAMPAIGN);
        await().until(() -> replicas.projectedPage(CAMPAIGN) == 5);
        replicas.database().getCollection("pledges").updateOne(eq("_id", "kfe-p1"), Updates.set("status", "refunded"));
        assertThat(messages(Check.PROJECTIONS))
                .anyMatch(found -> found.contains("kfe-p1 says status = refunded, the journal confirmed"));
        replicas.database()
                .getCollection("journal")
                .deleteOne(eq("_id", new Document("campaign", CAMPAIGN).append("n", 2L)));
        assertThat(messages(Check.CHAIN)).anyMatch(found -> found.contains("1 pages are missing below page 5"));
    }

    @Test
    void lendsTheAuditToOneReplicaUntilItIsDeadForSure() {
        AuditLease one = new AuditLease(replicas.database(), at(NOW));
        AuditLease other = new AuditLease(replicas.database(), at(NOW));
        assertThat(one.take()).isTrue();
        assertThat(one.take()).isTrue();
        assertThat(other.take()).isFalse();
        assertThat(other.isTaken()).isTrue();
        AuditLease later = new AuditLease(
                replicas.database(), at(NOW.plus(AuditLease.LASTS).plus(Duration.ofSeconds(1))));
        assertThat(later.take()).isTrue();
        later.giveBack();
        assertThat(other.take()).isTrue();
    }

    @Test
    void auditsInFullOnceADayAndWhatIsNewInBetween() {
        live(CAMPAIGN);
        await().until(() -> replicas.projectedPage(CAMPAIGN) == 5);
        List<String> modes = new ArrayList<>();
        for (Duration since :
                List.of(Duration.ZERO, Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(25))) {
            Clock clock = at(NOW.plus(since));
            AuditMetrics metrics = new AuditMetrics(clock, new SimpleMeterRegistry());
            Audits audits = new Audits(replicas.database(), clock, metrics);
            new AuditJob(audits, metrics, new AuditProperties(Duration.ofMinutes(15), Duration.ofDays(1)), clock)
                    .workOnce();
            modes.add(audits.last()
                    .filter(audit -> audit.finishedAt().equals(clock.instant()))
                    .map(audit -> audit.mode().name())
                    .orElse("nothing"));
        }
        assertThat(modes).isEqualTo(List.of("FULL", "nothing", "INCREMENTAL", "FULL"));
    }

    @Test
    void measuresWhatItFoundAndHowLongAgo() {
        live(CAMPAIGN);
        replicas.plant(CAMPAIGN, new Entry(null, List.of(new Event.HoldExpired(START, "kfe-p1")), null));
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        AuditMetrics metrics = new AuditMetrics(at(NOW.plusSeconds(30)), meters);
        new Audits(replicas.database(), at(NOW), metrics).run(AuditMode.FULL);
        assertThat(meters.get("quartier.audit.findings")
                        .tag("check", "6")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(meters.get("quartier.audit.findings")
                        .tag("check", "3")
                        .gauge()
                        .value())
                .isZero();
        assertThat(meters.get("quartier.audit.examined").counter().count()).isGreaterThan(6);
        assertThat(meters.get("quartier.audit.age").gauge().value()).isEqualTo(30);
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

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private List<String> messages(Check check) {
        return new Auditor(replicas.database()).audit().messages(check);
    }

    private int run(String... options) {
        List<String> arguments = new ArrayList<>(Arrays.asList(options));
        arguments.add(replicas.database().getName());
        printed.reset();
        return AuditCommand.run(
                TestServers.mongodb(),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                arguments.toArray(String[]::new));
    }
}
