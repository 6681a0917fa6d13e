package quartier.pledge.risk.mongo;

import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import quartier.pledge.risk.Tally;

/**
 * Does what several callers want at the same time in one go: one thread takes all that waits.
 *
 * @param <Q> what one caller wants
 */
final class Together<Q> implements AutoCloseable {

    private static final int WAITING = 4096;
    private static final int AT_ONCE = 128;
    private static final Duration WITHIN = Duration.ofSeconds(5);

    private record Asked<Q>(Q question, CompletableFuture<Map<String, Tally>> answer) {}

    private final BlockingQueue<Asked<Q>> queue = new ArrayBlockingQueue<>(WAITING);
    private final Function<List<Q>, List<Map<String, Tally>>> answering;
    private final Thread thread;

    /** @param answering answers in the order of the questions */
    Together(String name, Function<List<Q>, List<Map<String, Tally>>> answering) {
        this.answering = answering;
        this.thread = Thread.ofVirtual().name(name).start(this::run);
    }

    /** @throws MongoException when the store does not answer, or not in time */
    Map<String, Tally> await(Q question) {
        Asked<Q> asked = new Asked<>(question, new CompletableFuture<>());
        if (!queue.offer(asked)) {
            throw new MongoTimeoutException("too many attempts wait to be counted");
        }
        try {
            return asked.answer.get(WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw switch (failed.getCause()) {
                case RuntimeException known -> known;
                case null, default -> new CompletionException(failed);
            };
        } catch (TimeoutException tooSlow) {
            throw new MongoTimeoutException("attempts were not counted within " + WITHIN);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new MongoTimeoutException("stopped while attempts were counted");
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        List<Asked<Q>> batch = new ArrayList<>();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                batch.clear();
                batch.add(queue.take());
                queue.drainTo(batch, AT_ONCE - 1);
                answer(batch);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(List<Asked<Q>> batch) {
        try {
            List<Map<String, Tally>> answers =
                    answering.apply(batch.stream().map(Asked::question).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer.complete(answers.get(i));
            }
        } catch (RuntimeException failed) {
            batch.forEach(asked -> asked.answer.completeExceptionally(failed));
        }
    }
}
