package quartier.pledge.escrow.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.EscrowUnavailableException;
import quartier.pledge.escrow.Folded;
import quartier.pledge.escrow.Journal;

/**
 * Decides what waits for a campaign in memory, commits it as one page and answers. While the store has that page, the
 * next is decided as if it stood. When another process wrote the page first, it folds that one and decides both again; so
 * a writer that knows too little can lose time but never money.
 */
final class PageWriter {

    /** The most decisions in one page, or twice as many if somebody else was faster with theirs. */
    static final int PAGE = 256;

    private static final Logger log = LoggerFactory.getLogger(PageWriter.class);
    private static final long FRESH_NANOS = Duration.ofMillis(500).toNanos();

    private final String campaign;
    private final Journal journal;
    private final Followers followers;
    private final Snapshots snapshots;
    private final Pace pace;
    private volatile Folded folded;
    /** The fold misses something that it can't fetch any more. */
    private volatile boolean broken;
    /** How many events the last snapshot had. */
    private long keptSequence;

    private volatile long checkedAtNanos;
    private boolean known;

    PageWriter(String campaign, Journal journal, Followers followers, Snapshots snapshots, Pace pace) {
        this.campaign = campaign;
        this.journal = journal;
        this.followers = followers;
        this.snapshots = snapshots;
        this.pace = pace;
        this.folded = Folded.nothing(campaign);
        this.checkedAtNanos = pace.nanos() - 2 * FRESH_NANOS;
    }

    /** What was committed here last, if no other process can have written more than half a second since. */
    Optional<Folded> fresh() {
        return pace.nanos() - checkedAtNanos < FRESH_NANOS ? Optional.of(folded) : Optional.empty();
    }

    /** What was committed here last. */
    Folded last() {
        return folded;
    }

    /** A batch and its page, decided on what stands or on a page that is on its way to the store. */
    private record Next(Batch batch, Journal.Draft draft, Folded after) {}

    /**
     * Answers everybody, with a failure if the store does not answer. One call at a time.
     *
     * @param more whom to decide for while the store has a page; nobody, if it is not worth it
     */
    void process(List<Asked> first, Supplier<List<Asked>> more) throws InterruptedException {
        List<Asked> waiting = first;
        boolean overtaken = false;
        try {
            begin();
            Next next = decide(waiting);
            while (next != null) {
                CompletableFuture<Journal.Appended> stored = write(next);
                List<Asked> others = overtaken ? List.of() : more.get();
                waiting = both(next.batch().waiting(), others);
                Next ahead = others.isEmpty() ? null : next(next.after(), Batch.decide(next.after(), others));
                overtaken = pace.await(stored) instanceof Journal.Appended.Overtaken;
                if (overtaken) {
                    catchUp();
                } else {
                    stands(next);
                    waiting = others;
                }
                next = overtaken || ahead == null ? decide(waiting) : ahead;
            }
        } catch (RuntimeException notDecided) {
            log.warn("Commands of {} were not decided, or it is not known whether they were", campaign, notDecided);
            known = false;
            fail(waiting, new EscrowUnavailableException("the journal can't be written", notDecided));
        } catch (InterruptedException stopping) {
            fail(waiting, new EscrowUnavailableException("the writers are being closed", stopping));
            throw stopping;
        }
    }

    private void begin() {
        if (broken || folded.page() == 0) {
            recover();
        } else if (!known) {
            catchUp();
        }
        known = true;
    }

    /** Until all is read, those who look are shown what was there before: the newest snapshot may be older than that. */
    private void recover() {
        broken = false;
        try {
            Folded kept = snapshots.newest(campaign, () -> broken = true);
            adopt(kept.upToDate(journal));
            keptSequence = sequenceOf(kept);
        } catch (RuntimeException unavailable) {
            broken = true;
            throw unavailable;
        }
    }

    /** Decides on what stands; null when nothing is to be written, and everybody was answered. */
    private @Nullable Next decide(List<Asked> waiting) {
        while (true) {
            Batch batch = Batch.decide(folded, waiting);
            Next next = next(folded, batch);
            if (next != null) {
                return next;
            }
            if (!batch.needsNewest() || !catchUp()) {
                answer(batch);
                return null;
            }
        }
    }

    private @Nullable Next next(Folded before, Batch batch) {
        if (batch.entries().isEmpty()) {
            return null;
        }
        Journal.Draft draft = journal.draft(campaign, before.page() + 1, before.hash(), batch.entries());
        return new Next(batch, draft, before.plus(draft.page(), batch.escrow()));
    }

    private CompletableFuture<Journal.Appended> write(Next next) {
        if (folded.page() == 0) {
            // So that a sweep finds the campaign even if this process ends right after its first page.
            followers.opening(campaign);
        }
        return next.draft().write();
    }

    private void stands(Next written) {
        Folded before = folded;
        adopt(written.after());
        answer(written.batch());
        followers.committed(written.draft().page(), before, folded);
        keep();
    }

    /** Nobody has asked for a while: what was committed since the last snapshot is kept now. */
    void rest() {
        if (!broken && snapshots.offerAtRest(folded, keptSequence)) {
            keptSequence = sequenceOf(folded);
        }
    }

    private void keep() {
        if (snapshots.offer(folded, keptSequence)) {
            keptSequence = sequenceOf(folded);
        }
    }

    private static long sequenceOf(Folded folded) {
        Escrow escrow = folded.escrow();
        return escrow == null ? 0 : escrow.sequence();
    }

    private void answer(Batch batch) {
        batch.answer(folded, (command, outcome) -> followers.told(command, outcome, folded.page()));
    }

    private static List<Asked> both(List<Asked> some, List<Asked> others) {
        List<Asked> both = new ArrayList<>(some);
        both.addAll(others);
        return both;
    }

    private static void fail(List<Asked> waiting, EscrowUnavailableException reason) {
        waiting.forEach(asked -> asked.fail(reason));
    }

    /** Folds what others have written; whether there was anything. */
    private boolean catchUp() {
        Folded before = folded;
        adopt(before.upToDate(journal));
        return folded.page() > before.page();
    }

    private void adopt(Folded newest) {
        folded = newest;
        checkedAtNanos = pace.nanos();
    }
}
