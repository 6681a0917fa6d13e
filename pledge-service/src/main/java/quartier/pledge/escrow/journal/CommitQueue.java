package quartier.pledge.escrow.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quartier.pledge.escrow.EscrowUnavailableException;
import quartier.pledge.escrow.Journal;

/** Pages that wait for their commit: those that are ready together, of whatever campaigns, share one. */
final class CommitQueue implements AutoCloseable {

    /** The most pages in one commit. */
    static final int AT_ONCE = 64;

    private static final Logger log = LoggerFactory.getLogger(CommitQueue.class);
    private static final int WAITING_PAGES = 8_192;

    private final Committer committer;
    private final BlockingQueue<Committer.Waiting> queue = new ArrayBlockingQueue<>(WAITING_PAGES);
    private final Thread thread = Thread.ofVirtual().name("journal-committer").unstarted(this::run);

    CommitQueue(Committer committer) {
        this.committer = committer;
    }

    void start() {
        thread.start();
    }

    CompletableFuture<Journal.Appended> commit(PageCodec.Encoded page) {
        Committer.Waiting waiting = Committer.Waiting.of(page);
        if (!queue.offer(waiting)) {
            waiting.stored().completeExceptionally(new EscrowUnavailableException("too many pages wait for the store"));
        }
        return waiting.stored();
    }

    /** One insert at a time: more at once make smaller pages and more of them. */
    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            List<Committer.Waiting> batch = new ArrayList<>();
            try {
                batch.add(queue.take());
                queue.drainTo(batch, AT_ONCE - 1);
                committer.store(batch);
            } catch (InterruptedException stopping) {
                Committer.fail(batch, new EscrowUnavailableException("the journal is being closed", stopping));
                return;
            } catch (RuntimeException unforeseen) {
                log.error("Pages could not be stored", unforeseen);
                Committer.fail(batch, new EscrowUnavailableException("pages could not be stored", unforeseen));
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        Stopping.await(thread);
    }
}
