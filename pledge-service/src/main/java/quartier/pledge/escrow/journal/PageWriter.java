package quartier.pledge.escrow.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.EscrowUnavailableException;
import quartier.pledge.escrow.Folded;
import quartier.pledge.escrow.Journal;
import quartier.pledge.escrow.Page;

/**
 * Decides what waits for a campaign in memory, commits it as one page and answers. When another process wrote the page
 * first, it folds that one and decides again; so a writer that knows too little can lose time but never money.
 */
final class PageWriter {

    /** The most decisions in one page. */
    static final int PAGE = 128;

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

    /** Answers everybody, with a failure if the store does not answer. One call at a time. */
    void process(List<Asked> waiting) throws InterruptedException {
        List<Asked.Decide> commands = new ArrayList<>(waiting.size());
        List<Asked.Look> looks = new ArrayList<>();
        for (Asked asked : waiting) {
            switch (asked) {
                case Asked.Decide decide -> commands.add(decide);
                case Asked.Look look -> looks.add(look);
            }
        }
        try {
            if (broken || folded.page() == 0) {
                begin();
            }
            if (!known) {
                catchUp();
                known = true;
            }
            decideAndCommit(commands, !looks.isEmpty());
            looks.forEach(look -> look.answer().complete(folded));
        } catch (RuntimeException notDecided) {
            log.warn("Commands of {} were not decided, or it is not known whether they were", campaign, notDecided);
            known = false;
            var unavailable = new EscrowUnavailableException("the journal can't be written", notDecided);
            waiting.forEach(asked -> asked.fail(unavailable));
        }
    }

    private void decideAndCommit(List<Asked.Decide> commands, boolean look) throws InterruptedException {
        while (true) {
            Folded before = folded;
            Batch batch = Batch.decide(before, commands);
            if (batch.entries().isEmpty()) {
                if ((batch.dependsOnFold() || look) && catchUp()) {
                    continue;
                }
                answer(batch, before);
                return;
            }
            switch (commit(before, batch)) {
                case Journal.Appended.Written(Page page) -> {
                    folded = before.plus(page, batch.escrow());
                    checkedAtNanos = pace.nanos();
                    answer(batch, folded);
                    followers.committed(page, before, folded);
                    keep();
                    return;
                }
                case Journal.Appended.Overtaken overtaken -> catchUp();
            }
        }
    }

    private void begin() {
        broken = false;
        folded = snapshots.newest(campaign, () -> broken = true);
        keptSequence = sequence();
        known = false;
    }

    /** Nobody has asked for a while: what was committed since the last snapshot is kept now. */
    void rest() {
        if (!broken && snapshots.offerAtRest(folded, keptSequence)) {
            keptSequence = sequence();
        }
    }

    private void keep() {
        if (snapshots.offer(folded, keptSequence)) {
            keptSequence = sequence();
        }
    }

    private long sequence() {
        Escrow escrow = folded.escrow();
        return escrow == null ? 0 : escrow.sequence();
    }

    private void answer(Batch batch, Folded decided) {
        batch.answer((command, outcome) -> followers.told(command, outcome, decided.page()));
    }

    private Journal.Appended commit(Folded before, Batch batch) throws InterruptedException {
        if (before.page() == 0) {
            // So that a sweep finds the campaign even if this process ends right after its first page.
            followers.opening(campaign);
        }
        try {
            return journal.append(campaign, before.page() + 1, before.hash(), batch.entries())
                    .get();
        } catch (ExecutionException unknown) {
            throw new CompletionException(unknown.getCause());
        }
    }

    /** Folds what others have written; whether there was anything. */
    private boolean catchUp() {
        Folded before = folded;
        Folded now = before.upToDate(journal);
        folded = now;
        checkedAtNanos = pace.nanos();
        return now.page() > before.page();
    }
}
