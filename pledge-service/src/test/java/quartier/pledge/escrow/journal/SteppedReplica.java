package quartier.pledge.escrow.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.mongodb.MongoException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.slf4j.LoggerFactory;
import quartier.platform.outbox.OutboundEvent;
import quartier.platform.outbox.OutboundEvents;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.EscrowUnavailableException;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.escrow.Folded;
import quartier.pledge.escrow.Journal;
import quartier.pledge.escrow.Outcome;
import quartier.pledge.escrow.Page;
import quartier.pledge.escrow.Statement;
import tools.jackson.databind.json.JsonMapper;

/**
 * The same parts as in an {@link EscrowEngine}, put together without threads: queues and loops are tasks, and whoever
 * waits lets others run. A submitted command is waited for, so its future is done when it is returned.
 */
public final class SteppedReplica implements Escrows {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();
    private static final OutboundEvents OUTBOUND = new OutboundEvents(JSON, Tracer.NOOP);
    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final Duration REST = Duration.ofSeconds(2);
    private static final Duration FOR_EVER = Duration.ofDays(1_000);
    private static final int QUEUE = 16;

    static {
        quiet();
    }

    private static final class Desk {
        final PageWriter writer;
        final Deque<Asked> queue = new ArrayDeque<>();

        Desk(PageWriter writer) {
            this.writer = writer;
        }
    }

    private final Projections projections;
    private final Tasks tasks;
    private final Duration idleAfter;
    private final PageJournal journal;
    private final Snapshots snapshots;
    private int snapshotsTaken;
    private final Follower projection;
    private final Follower relay;
    private final JournalFollowers followers;
    private final Sweeper sweeper;
    private final Unprojected unprojected = new Unprojected();
    private final Map<String, Desk> desks = new HashMap<>();
    private final Deque<Committer.Waiting> commits = new ArrayDeque<>();

    /** @param name unlike that of any other process, before and after */
    public SteppedReplica(
            String name,
            PageStore pages,
            Projections projections,
            SnapshotStore kept,
            int snapshotEvery,
            Function<OutboundEvent, CompletableFuture<?>> bus,
            Tasks tasks,
            MeterRegistry meters,
            Duration sweepEvery,
            Duration idleAfter) {
        this.projections = projections;
        this.idleAfter = idleAfter;
        this.tasks = tasks;
        this.journal = new PageJournal(pages, new PageCodec(name), this::commit);
        this.snapshots = new Snapshots(kept, snapshotEvery, 2, () -> name + "-" + snapshotsTaken++);
        this.projection = new Follower(journal, snapshots, new ProjectionStage(projections, tasks, unprojected));
        this.relay = new Follower(journal, snapshots, new RelayStage(projections, OUTBOUND, bus, meters));
        this.followers = new JournalFollowers(projections, projection, relay, unprojected, true);
        this.sweeper = new Sweeper(projections, pages::existing, projection, relay, unprojected, sweepEvery);
        Committer committer = new Committer(pages, tasks);
        tasks.start("commit", () -> commitForEver(committer));
        tasks.start("project", () -> followForEver(projection));
        tasks.start("project too", () -> followForEver(projection));
        tasks.start("relay", () -> followForEver(relay));
        tasks.start("relay too", () -> followForEver(relay));
        tasks.start("keep", this::keepForEver);
        tasks.start("sweep", () -> sweepForEver(sweepEvery));
    }

    /** Faults are what a simulation makes; what is said of them would be all that a build prints. */
    private static void quiet() {
        if (LoggerFactory.getLogger("quartier.pledge") instanceof ch.qos.logback.classic.Logger logger) {
            logger.setLevel(ch.qos.logback.classic.Level.OFF);
        }
    }

    @Override
    public CompletableFuture<Outcome> submit(String campaign, Command command) {
        var answer = new CompletableFuture<Outcome>();
        Desk desk = desk(campaign);
        if (desk.queue.size() >= QUEUE) {
            return CompletableFuture.completedFuture(new Outcome.Overloaded(Duration.ofSeconds(1)));
        }
        desk.queue.add(new Asked.Decide(command, null, answer));
        return tasks.await(answer::isDone, WITHIN)
                ? answer
                : CompletableFuture.failedFuture(new EscrowUnavailableException("no decision within " + WITHIN));
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

    private Folded look(String campaign) {
        Desk desk = desk(campaign);
        return desk.writer.fresh().orElseGet(() -> {
            var answer = new CompletableFuture<Folded>();
            desk.queue.add(new Asked.Look(answer));
            if (!tasks.await(answer::isDone, WITHIN)) {
                throw new EscrowUnavailableException("nobody looked within " + WITHIN);
            }
            try {
                return answer.join();
            } catch (CompletionException failed) {
                throw failed.getCause() instanceof RuntimeException unavailable ? unavailable : failed;
            }
        });
    }

    private Desk desk(String campaign) {
        return desks.computeIfAbsent(campaign, id -> {
            Desk desk = new Desk(new PageWriter(id, journal, followers, snapshots, tasks));
            tasks.start("write " + id, () -> write(id, desk));
            return desk;
        });
    }

    private void write(String campaign, Desk desk) throws InterruptedException {
        while (isAsked(desk)) {
            desk.writer.process(some(desk), () -> desk.queue.isEmpty() ? List.of() : some(desk));
        }
        desks.remove(campaign);
    }

    private List<Asked> some(Desk desk) {
        List<Asked> some = new ArrayList<>();
        for (int most = tasks.upTo(desk.queue.size()); most > 0; most--) {
            some.add(desk.queue.remove());
        }
        return some;
    }

    private boolean isAsked(Desk desk) throws InterruptedException {
        if (tasks.await(() -> !desk.queue.isEmpty(), REST)) {
            return true;
        }
        desk.writer.rest();
        return tasks.await(() -> !desk.queue.isEmpty(), idleAfter);
    }

    private CompletableFuture<Journal.Appended> commit(PageCodec.Encoded page) {
        Committer.Waiting waiting = Committer.Waiting.of(page);
        commits.add(waiting);
        return waiting.stored();
    }

    private void commitForEver(Committer committer) throws InterruptedException {
        while (tasks.await(() -> !commits.isEmpty(), FOR_EVER)) {
            List<Committer.Waiting> batch = new ArrayList<>(commits);
            commits.clear();
            committer.store(batch);
        }
    }

    private void followForEver(Follower follower) throws InterruptedException {
        while (tasks.await(() -> follower.waiting() > 0, FOR_EVER)) {
            follower.followWaiting();
        }
    }

    private void keepForEver() throws InterruptedException {
        while (tasks.await(() -> snapshots.waiting() > 0, FOR_EVER)) {
            snapshots.takeWaiting();
        }
    }

    private void sweepForEver(Duration every) throws InterruptedException {
        for (long round = 0; ; round++) {
            try {
                sweeper.sweep(round == 0);
                if (round % 4 == 3) {
                    projection.forgetIdle();
                    relay.forgetIdle();
                }
            } catch (MongoException unavailable) {
                // The next round comes.
            }
            tasks.pause(every);
        }
    }

    /** Pledges of which this process believes that their projection is still to come. */
    public int unprojected() {
        return unprojected.size();
    }

    /** The campaign's journal, folded page by page as it stands. */
    public static List<Folded> folds(MemoryStore store, String campaign) {
        return steps(store, campaign).stream().map(Follower.Step::after).toList();
    }

    /** All pages of the campaign as they stand. */
    public static List<Page> pages(MemoryStore store, String campaign) {
        return steps(store, campaign).stream().map(Follower.Step::page).toList();
    }

    /** What the campaign's journal says to the world. */
    public static List<OutboundEvent> events(MemoryStore store, String campaign) {
        List<OutboundEvent> events = new ArrayList<>();
        steps(store, campaign).forEach(step -> events.addAll(PageEvents.of(OUTBOUND, step)));
        return events;
    }

    private static List<Follower.Step> steps(MemoryStore store, String campaign) {
        PageJournal journal = new PageJournal(store, new PageCodec("reader"), page -> {
            throw new IllegalStateException("only read");
        });
        List<Follower.Step> steps = new ArrayList<>();
        Folded before = Folded.nothing(campaign);
        for (Page page : journal.read(campaign, 1, (int) store.lastPage(campaign))) {
            Folded after = before.plus(page);
            steps.add(new Follower.Step(page, before, after));
            before = after;
        }
        return steps;
    }
}
