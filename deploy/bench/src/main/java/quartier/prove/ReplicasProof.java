package quartier.prove;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import quartier.system.Answer;
import quartier.system.Launch;
import quartier.system.Pause;
import quartier.system.Replica;

/**
 * Two services take pledges for one campaign at once, until its cap and beyond; some requests go to both under the same
 * key, and one of the two is killed again and again. Then nothing that was acknowledged may be lost, doubled or
 * answered in two ways, and nothing sold beyond its limit.
 */
public final class ReplicasProof {

    private static final int TO_BOTH_ONE_IN = 8;
    private static final Duration RUNNING = Duration.ofDays(30);
    private static final Duration KILLED_AFTER = Duration.ofMillis(1_500);
    private static final int LATER_BY_MILLIS = 3_500;
    private static final int STOCK_A_SECOND = 5;
    private static final long CAP_A_SECOND = 150_000;

    private final Options options;
    private final Path folder;
    private final Path service;
    private final Verdict verdict;
    private final Crowd crowd;
    private final LongAdder toBoth = new LongAdder();
    private final LongAdder answeredInTwoWays = new LongAdder();
    private int kills;

    ReplicasProof(Options options, Path folder, Path service, Verdict verdict) {
        this.options = options;
        this.folder = folder;
        this.service = service;
        this.verdict = verdict;
        this.crowd = new Crowd(Stage.CAMPAIGN, options.seed());
    }

    /**
     * Runs it for so long; false when something did not hold.
     *
     * @param root of the checkout, where the service is packaged
     * @param folder for data and logs; what was in it is deleted
     * @param out told what happens
     */
    public static boolean holds(int seconds, long seed, Path root, Path folder, PrintStream out) throws IOException {
        Verdict verdict = new Verdict(out);
        new ReplicasProof(new Options(1, 0, seconds, seed, false), folder, ProveMain.service(root), verdict).run();
        return verdict.isGood();
    }

    void run() {
        verdict.say("Two replicas for %d s, seed %d", options.seconds(), options.seed());
        try (Stage stage = new Stage(folder, service, verdict)) {
            List<Replica> replicas = List.of(stage.replica("replica-a"), stage.replica("replica-b"));
            stage.launch(terms(stage.system().now()));
            pledge(replicas);
            verdict.say(
                    "%,d requests answered, %,d of them asked of both, %,d sent again; %d kills",
                    crowd.replies().size(), toBoth.sum(), crowd.brokenOff(), kills);
            verdict.require(kills > 0, "one replica was killed %d times", kills);
            JournalBook journal = stage.journal().read();
            requireAcknowledged(journal);
            requireLimits(terms(stage.system().now()), journal);
            requireSameAnswers(replicas);
            requireTotals(replicas, journal);
            stage.requireTold(journal);
            stage.requireCleanAudit();
        }
    }

    private Launch terms(Instant now) {
        long cap = CAP_A_SECOND * options.seconds();
        return new Launch(now, now.plus(RUNNING), cap / 2, cap, STOCK_A_SECOND * options.seconds());
    }

    private void pledge(List<Replica> replicas) {
        long end = System.nanoTime() + Duration.ofSeconds(options.seconds()).toNanos();
        CompletableFuture<Void> killing = CompletableFuture.runAsync(
                () -> killAgainAndAgain(replicas.getLast(), end), Thread::startVirtualThread);
        Crowd.each(new AtomicLong(), number -> System.nanoTime() < end, number -> pledge(number, replicas));
        killing.join();
        crowd.resolve(replicas.getFirst());
    }

    private void pledge(long number, List<Replica> replicas) {
        List<Replica> order = number % 2 == 0 ? replicas : replicas.reversed();
        if (number % TO_BOTH_ONE_IN != 0) {
            crowd.pledge(number, order);
            return;
        }
        CompletableFuture<Crowd.Reply> other =
                CompletableFuture.supplyAsync(() -> crowd.pledge(number, order.reversed()), Thread::startVirtualThread);
        Crowd.Reply one = crowd.pledge(number, order);
        toBoth.increment();
        if (!one.pledge().equals(other.join().pledge())) {
            answeredInTwoWays.increment();
        }
    }

    private void killAgainAndAgain(Replica replica, long end) {
        SplittableRandom random = new SplittableRandom(options.seed());
        while (System.nanoTime() < end) {
            Pause.of(KILLED_AFTER.plusMillis(random.nextInt(LATER_BY_MILLIS)));
            replica.kill();
            kills++;
            verdict.say(
                    "  kill %d of %s, after %,d answers",
                    kills, replica.name(), crowd.replies().size());
            long start = System.nanoTime();
            replica.startAgain();
            verdict.say("  %s again in %.1f s", replica.name(), (System.nanoTime() - start) / 1e9);
        }
    }

    private void requireAcknowledged(JournalBook journal) {
        List<Crowd.Reply> confirmed = crowd.confirmed();
        long kept = confirmed.stream()
                .filter(reply -> Integer.valueOf(1).equals(journal.placed().get(reply.pledge())))
                .filter(reply -> Long.valueOf(reply.amountMinorUnits())
                        .equals(journal.confirmed().get(reply.pledge())))
                .count();
        verdict.require(
                kept == confirmed.size() && journal.confirmedTwice() == 0,
                "acknowledged: %,d pledges, of which the journal has %,d exactly once",
                confirmed.size(),
                kept);
        verdict.require(
                journal.confirmed().size() == confirmed.size(),
                "the journal has %,d paid pledges, no other than those",
                journal.confirmed().size());
        verdict.require(
                answeredInTwoWays.sum() == 0, "%,d requests were answered in two ways", answeredInTwoWays.sum());
    }

    private void requireLimits(Launch terms, JournalBook journal) {
        verdict.require(
                journal.confirmedMinorUnits() <= terms.capMinorUnits(),
                "cap: %,d of %,d cents",
                journal.confirmedMinorUnits(),
                terms.capMinorUnits());
        verdict.require(
                journal.sold(Launch.LIMITED) <= terms.stock(),
                "limited tier: %,d of %,d sold",
                journal.sold(Launch.LIMITED),
                terms.stock());
        Map<String, Long> refusals = new TreeMap<>();
        crowd.replies().values().stream()
                .filter(Crowd.Reply::isRefused)
                .forEach(reply -> refusals.merge(reply.pledge(), 1L, Long::sum));
        verdict.say("       refused: %s", refusals);
    }

    /** Asked again under its key, each request is answered by both replicas as it was. */
    private void requireSameAnswers(List<Replica> replicas) {
        List<Long> all = List.copyOf(crowd.replies().keySet());
        for (Replica replica : replicas) {
            long same = crowd.countSame(all, replica, Crowd.Reply::equals);
            verdict.require(
                    same == all.size(),
                    "%s answers %,d of %,d requests as they were",
                    replica.name(),
                    same,
                    all.size());
        }
    }

    private void requireTotals(List<Replica> replicas, JournalBook journal) {
        for (Replica replica : replicas) {
            Answer answer = answer(replica);
            verdict.require(
                    answer.json().at("/collected/amount").asLong() == journal.confirmedMinorUnits()
                            && answer.json().at("/held/amount").asLong() == 0,
                    "%s says that %s cents are collected and %s held, the journal %,d",
                    replica.name(),
                    answer.at("/collected/amount"),
                    answer.at("/held/amount"),
                    journal.confirmedMinorUnits());
        }
    }

    private static Answer answer(Replica replica) {
        try {
            return replica.get(Launch.OWNER, "/v1/campaigns/" + Stage.CAMPAIGN);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
