package quartier.pledge.escrow.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.EscrowUnavailableException;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.escrow.Folded;
import quartier.pledge.escrow.Journal;
import quartier.pledge.escrow.Outcome;
import quartier.pledge.escrow.Statement;

/** The writers of the campaigns that somebody asks of; one that nobody asks any more is dismissed with its memory. */
final class CampaignWriters implements Escrows, AutoCloseable {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Journal journal;
    private final Followers followers;
    private final Snapshots snapshots;
    private final Projections projections;
    private final Supplier<@Nullable String> traceparent;
    private final int queueSize;
    private final Duration idleAfter;
    private final ConcurrentHashMap<String, CampaignWriter> writers = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("campaign-writer-", 0).factory());

    CampaignWriters(
            Journal journal,
            Followers followers,
            Snapshots snapshots,
            Projections projections,
            Supplier<@Nullable String> traceparent,
            EscrowProperties properties) {
        this.journal = journal;
        this.followers = followers;
        this.snapshots = snapshots;
        this.projections = projections;
        this.traceparent = traceparent;
        this.queueSize = properties.queueSize();
        this.idleAfter = properties.idleAfter();
    }

    @Override
    public CompletableFuture<Outcome> submit(String campaign, Command command) {
        var answer = new CompletableFuture<Outcome>();
        if (!offer(campaign, new Asked.Decide(command, traceparent.get(), answer))) {
            answer.complete(new Outcome.Overloaded(RETRY_AFTER));
        }
        return answer;
    }

    @Override
    public Optional<Escrow> find(String campaign) {
        return Optional.ofNullable(look(campaign).escrow());
    }

    @Override
    public Optional<Statement> statement(String campaign) {
        return look(campaign).statement();
    }

    @Override
    public List<String> withWork(Instant now, int limit) {
        return projections.withWork(now, limit);
    }

    /** What this process has committed of the campaign, if its writer is at work. */
    Optional<Folded> atHand(String campaign) {
        CampaignWriter writer = writers.get(campaign);
        return writer == null ? Optional.empty() : Optional.of(writer.last()).filter(folded -> folded.page() > 0);
    }

    private Folded look(String campaign) {
        CampaignWriter writer = writers.get(campaign);
        Optional<Folded> fresh = writer == null ? Optional.empty() : writer.fresh();
        return fresh.orElseGet(() -> lookAgain(campaign));
    }

    private Folded lookAgain(String campaign) {
        var answer = new CompletableFuture<Folded>();
        if (!offer(campaign, new Asked.Look(answer))) {
            return atHand(campaign).orElseThrow(() -> new EscrowUnavailableException("the campaign's queue is full"));
        }
        try {
            return answer.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException unavailable ? unavailable : failed;
        }
    }

    /** Within {@code compute}, so that no writer is dismissed between being found and being asked. */
    private boolean offer(String campaign, Asked asked) {
        boolean[] taken = {false};
        writers.compute(campaign, (id, present) -> {
            CampaignWriter writer = present == null ? open(id) : present;
            taken[0] = writer.offer(asked);
            return writer;
        });
        return taken[0];
    }

    private CampaignWriter open(String campaign) {
        var writer = new CampaignWriter(new PageWriter(campaign, journal, followers, snapshots, Pace.REAL), queueSize);
        threads.execute(() -> writer.run(idleAfter, idle -> dismiss(campaign, idle)));
        return writer;
    }

    private boolean dismiss(String campaign, CampaignWriter idle) {
        return writers.computeIfPresent(campaign, (id, present) -> present == idle && idle.isIdle() ? null : present)
                == null;
    }

    /** Interrupts the writers; what waits fails as unavailable, what is being committed may stand. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
