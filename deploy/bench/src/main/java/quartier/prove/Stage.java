package quartier.prove;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import quartier.pledge.audit.AuditReport;
import quartier.pledge.audit.Auditor;
import quartier.system.Launch;
import quartier.system.Pause;
import quartier.system.PledgeSystem;
import quartier.system.Replica;

/** The processes of one run, with one campaign, and what everybody can find out about it from outside. */
final class Stage implements AutoCloseable {

    static final String CAMPAIGN = "prove-it";

    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int SHOWN = 5;

    private final PledgeSystem system;
    private final Path service;
    private final Verdict verdict;
    private final MongoClient store;

    Stage(Path folder, Path service, Verdict verdict) {
        verdict.say("Starting document store and broker …");
        this.system = PledgeSystem.startedIn(folder);
        this.service = service;
        this.verdict = verdict;
        this.store = MongoClients.create(system.storeUri());
    }

    PledgeSystem system() {
        return system;
    }

    Replica replica(String name) {
        Replica replica = system.replica(name, service, settings());
        verdict.say("%s takes requests at %s", name, replica.address());
        return replica;
    }

    /** Of the provider may be asked as much as it can take, which in production its contract limits. */
    private static Map<String, String> settings() {
        return Map.of("QUARTIER_SETTLEMENT_RATE", "1000000");
    }

    /** As catalog-service tells of it; returns when the campaign is open. */
    void launch(Launch terms) {
        system.launch(CAMPAIGN, terms);
        JournalBook journal = journal();
        await(() -> journal.read().last() > 0);
    }

    JournalBook journal() {
        return new JournalBook(database(), CAMPAIGN);
    }

    Bank bank() {
        return new Bank(store.getDatabase("sandbox-psp"), CAMPAIGN);
    }

    private MongoDatabase database() {
        return store.getDatabase("pledge-service");
    }

    static void await(BooleanSupplier condition) {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > giveUpAt) {
                throw new IllegalStateException("waited for too long");
            }
            Pause.of(POLL);
        }
    }

    /** What is told to third parties: everything at least once, first deliveries in the journal's order. */
    void requireTold(JournalBook journal) {
        await(() -> journal.read().isFollowed());
        Bus bus = Bus.heard(system.kafka(), CAMPAIGN);
        List<String> should = journal.told();
        verdict.require(
                bus.first().equals(should),
                "events: %,d are to be told of pledges, %,d were, %s (%,d deliveries)",
                should.size(),
                bus.first().size(),
                bus.first().equals(should) ? "in the journal's order" : "differing from number " + differs(bus, should),
                bus.deliveries());
    }

    private static int differs(Bus bus, List<String> should) {
        int same = 0;
        while (same < Math.min(bus.first().size(), should.size())
                && bus.first().get(same).equals(should.get(same))) {
            same++;
        }
        return same;
    }

    void requireCleanAudit() {
        AuditReport report = new Auditor(database()).audit();
        for (AuditReport.Result result : report.results()) {
            verdict.require(
                    result.findings() == 0,
                    "auditor %2d: %,d %s, %s",
                    result.check().number(),
                    result.examined(),
                    result.check().unit(),
                    result.check().title());
            result.messages().stream().limit(SHOWN).forEach(message -> verdict.say("         %s", message));
        }
    }

    @Override
    public void close() {
        store.close();
        system.close();
    }
}
