package quartier.pledge.escrow.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quartier.pledge.escrow.EscrowUnavailableException;
import quartier.pledge.escrow.Journal;

/** Pages that wait for their commit: those that are ready together, of whatever campaigns, share one. */
final class CommitQueue implements AutoCloseable {

    /** Commits on their way at a time: while the store is busy with one, others are made ready. */
    private static final int COMMITS = 4;

    /** The most pages in one commit. */
    private static final int AT_ONCE = 16;

    private static final Logger log = LoggerFactory.getLogger(CommitQueue.class);
    private static final int WAITING_PAGES = 8_192;

    private final Committer committer;
    private final BlockingQueue<Committer.Waiting> queue = new ArrayBlockingQueue<>(WAITING_PAGES);
    private final List<Thread> threads = IntStream.rangeClosed(1, COMMITS)
            .mapToObj(number ->
                    Thread.ofVirtual().name("journal-committer-" + number).unstarted(this::run))
            .toList();

    CommitQueue(Committer committer) {
        this.committer = committer;
    }

    void start() {
        threads.forEach(Thread::start);
    }

    CompletableFuture<Journal.Appended> commit(PageCodec.Encoded page) {
        Committer.Waiting waiting = Committer.Waiting.of(page);
        if (!queue.offer(waiting)) {
            waiting.stored().completeExceptionally(new EscrowUnavailableException("too many pages wait for the store"));
        }
        return waiting.stored();
    }

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
        threads.forEach(Thread::interrupt);
        threads.forEach(Stopping::await);
    }
}
