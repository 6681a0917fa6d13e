package quartier.pledge.escrow.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quartier.pledge.escrow.Folded;
import quartier.pledge.escrow.Journal;
import quartier.pledge.escrow.Page;

/**
 * Follows the journals of all campaigns, each in its order, and remembers in the store how far it has come. Pages just
 * committed are handed over in memory; after a failure, a restart or a long absence they are read from the journal.
 */
final class Follower {

    /** A page with the folds before and after it. */
    record Step(Page page, Folded before, Folded after) {}

    /** What is done with the pages. */
    interface Stage {

        /** How far this stage has come with the campaign, 0 at the beginning. */
        long position(String campaign);

        /**
         * Handles pages that follow each other and stores the position; may be called again with pages that it has
         * handled before.
         */
        void handle(String campaign, List<Step> steps) throws InterruptedException;
    }

    private static final Logger log = LoggerFactory.getLogger(Follower.class);
    private static final int KEPT = 256;
    private static final int READ_AT_ONCE = 32;

    private static final class Trail {
        final String campaign;
        final Deque<Step> recent = new ArrayDeque<>();
        boolean queued;
        /** The journal may have pages that nobody hands over. */
        boolean probe = true;

        @Nullable
        Folded cursor;

        /** The cursor misses something that it can't fetch any more. */
        volatile boolean broken;

        Trail(String campaign) {
            this.campaign = campaign;
        }
    }

    private final Journal journal;
    private final Snapshots snapshots;
    private final Stage stage;
    private final ConcurrentHashMap<String, Trail> trails = new ConcurrentHashMap<>();
    private final BlockingQueue<Trail> work = new LinkedBlockingQueue<>();

    Follower(Journal journal, Snapshots snapshots, Stage stage) {
        this.journal = journal;
        this.snapshots = snapshots;
        this.stage = stage;
    }

    /** Never blocks and never fails: what is not kept is read from the journal. */
    void committed(Step step) {
        wake(step.page().campaign(), step);
    }

    /** Looks whether the campaign's journal has pages that were not handled. */
    void wake(String campaign) {
        wake(campaign, null);
    }

    private void wake(String campaign, @Nullable Step step) {
        trails.compute(campaign, (id, present) -> {
            Trail trail = present == null ? new Trail(id) : present;
            synchronized (trail) {
                if (trail.recent.size() >= KEPT) {
                    trail.recent.clear();
                }
                if (step == null) {
                    trail.probe = true;
                } else {
                    trail.recent.add(step);
                }
                if (!trail.queued) {
                    trail.queued = true;
                    work.add(trail);
                }
            }
            return trail;
        });
    }

    /** Forgets the campaigns that nobody is busy with; their positions stand in the store. */
    void forgetIdle() {
        for (String campaign : trails.keySet()) {
            trails.computeIfPresent(campaign, (id, trail) -> {
                synchronized (trail) {
                    return trail.queued ? trail : null;
                }
            });
        }
    }

    /** How many campaigns wait to be followed. */
    int waiting() {
        return work.size();
    }

    /** Handles all that is known of the campaign that waits longest; waits for one. */
    void followNext() throws InterruptedException {
        follow(work.take());
    }

    /** The same without waiting; false when no campaign waits. */
    boolean followWaiting() throws InterruptedException {
        Trail trail = work.poll();
        if (trail != null) {
            follow(trail);
        }
        return trail != null;
    }

    private void follow(Trail trail) throws InterruptedException {
        boolean done = false;
        try {
            while (advance(trail)) {
                // Until nothing is left.
            }
            done = true;
        } catch (RuntimeException failed) {
            log.warn("{} is not followed for the moment: {}", trail.campaign, failed.toString());
            log.debug("The reason", failed);
        }
        release(trail, done);
    }

    private void release(Trail trail, boolean done) {
        synchronized (trail) {
            trail.queued = false;
            if (!done) {
                trail.recent.clear(); // the next commit or sweep comes back, and reads them
                trail.probe = true;
            } else if (!trail.recent.isEmpty()) {
                trail.queued = true;
                work.add(trail);
            }
        }
    }

    /** Handles what follows the cursor; false when nothing more is known to. */
    private boolean advance(Trail trail) throws InterruptedException {
        List<Step> steps;
        boolean probe;
        synchronized (trail) {
            steps = new ArrayList<>(trail.recent);
            trail.recent.clear();
            probe = trail.probe;
        }
        if (trail.broken) {
            trail.broken = false;
            trail.cursor = null;
        }
        Folded cursor = trail.cursor == null ? cursor(trail, steps) : trail.cursor;
        long from = cursor.page() + 1;
        steps.removeIf(step -> step.page().n() < from);
        boolean gap = !steps.isEmpty() && (steps.getFirst().page().n() > from || !isDense(steps));
        if (gap || (steps.isEmpty() && probe)) {
            steps = stored(cursor);
            probe = !steps.isEmpty();
        }
        if (!steps.isEmpty()) {
            stage.handle(trail.campaign, steps);
            cursor = steps.getLast().after();
        }
        trail.cursor = cursor;
        synchronized (trail) {
            trail.probe &= probe;
        }
        return probe;
    }

    private Folded cursor(Trail trail, List<Step> steps) {
        String campaign = trail.campaign;
        long position = stage.position(campaign);
        for (Step step : steps) {
            if (step.before().page() == position) {
                return step.before();
            }
        }
        Folded folded = snapshots.newestUpTo(campaign, position, () -> trail.broken = true);
        while (folded.page() < position) {
            int missing = (int) Math.min(READ_AT_ONCE, position - folded.page());
            List<Page> pages = journal.read(campaign, folded.page() + 1, missing);
            if (pages.isEmpty()) {
                throw new IllegalStateException("page " + (folded.page() + 1) + " of " + campaign + " is missing");
            }
            for (Page page : pages) {
                folded = folded.plus(page);
            }
        }
        return folded;
    }

    private List<Step> stored(Folded cursor) {
        List<Step> steps = new ArrayList<>();
        Folded before = cursor;
        for (Page page : journal.read(cursor.campaign(), cursor.page() + 1, READ_AT_ONCE)) {
            Folded after = before.plus(page);
            steps.add(new Step(page, before, after));
            before = after;
        }
        return steps;
    }

    private static boolean isDense(List<Step> steps) {
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).page().n() != steps.get(i - 1).page().n() + 1) {
                return false;
            }
        }
        return true;
    }
}
