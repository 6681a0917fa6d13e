package quartier.pledge.escrow.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.EscrowUnavailableException;
import quartier.pledge.escrow.Folded;

/**
 * The one place in this process where a campaign's commands are decided: a bounded queue drained by one virtual thread,
 * which hands what waits to its {@link PageWriter}.
 */
final class CampaignWriter {

    private static final Duration REST = Duration.ofSeconds(2);

    private final BlockingQueue<Asked> queue;
    private final PageWriter writer;

    CampaignWriter(PageWriter writer, int queueSize) {
        this.writer = writer;
        this.queue = new LinkedBlockingQueue<>(queueSize);
    }

    /** False when the queue is full. */
    boolean offer(Asked asked) {
        return queue.offer(asked);
    }

    boolean isIdle() {
        return queue.isEmpty();
    }

    /** What was committed here last, if no other process can have written more than half a second since. */
    Optional<Folded> fresh() {
        return writer.fresh();
    }

    /** What was committed here last. */
    Folded last() {
        return writer.last();
    }

    /** @param retire asked when nothing came for so long; says whether this writer is dismissed */
    void run(Duration idleAfter, Predicate<CampaignWriter> retire) {
        try {
            while (true) {
                Asked first = next(patience(idleAfter));
                if (first == null) {
                    if (retire.test(this)) {
                        return;
                    }
                    continue;
                }
                List<Asked> waiting = new ArrayList<>(PageWriter.PAGE);
                waiting.add(first);
                queue.drainTo(waiting, PageWriter.PAGE - 1);
                writer.process(waiting, this::fullPage);
            }
        } catch (InterruptedException stopping) {
            List<Asked> waiting = new ArrayList<>();
            queue.drainTo(waiting);
            var closing = new EscrowUnavailableException("the writers are being closed", stopping);
            waiting.forEach(asked -> asked.fail(closing));
        }
    }

    /** Fewer gain more from being decided together with those who come before the store is free again. */
    private List<Asked> fullPage() {
        List<Asked> page = new ArrayList<>();
        if (queue.size() >= PageWriter.PAGE) {
            queue.drainTo(page, PageWriter.PAGE);
        }
        return page;
    }

    private @Nullable Asked next(Duration patience) throws InterruptedException {
        Asked soon = queue.poll(Math.min(REST.toMillis(), patience.toMillis()), TimeUnit.MILLISECONDS);
        if (soon != null) {
            return soon;
        }
        writer.rest();
        return queue.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A campaign that does not exist is forgotten soon, however often somebody asks for one. */
    private Duration patience(Duration idleAfter) {
        return last().page() == 0 ? Duration.ofMillis(Math.min(1_000, idleAfter.toMillis())) : idleAfter;
    }
}
