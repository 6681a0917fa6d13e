package quartier.pledge.escrow.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Asks for the campaigns of pledge ids, those that several writers ask for at once in one query. */
final class PledgeIds implements AutoCloseable {

    private static final int QUESTIONS_AT_ONCE = 64;
    private static final int WAITING_QUESTIONS = 8_192;

    private record Question(Set<String> pledges, CompletableFuture<Map<String, String>> answer) {}

    private final Function<Collection<String>, Map<String, String>> lookUp;
    private final BlockingQueue<Question> questions = new ArrayBlockingQueue<>(WAITING_QUESTIONS);
    private final Thread thread = Thread.ofVirtual().name("pledge-ids").unstarted(this::run);

    /** @param lookUp the campaigns of those pledges that are stored */
    PledgeIds(Function<Collection<String>, Map<String, String>> lookUp) {
        this.lookUp = lookUp;
        thread.start();
    }

    /** The campaigns of all pledges that were asked for together: more than these, maybe. */
    CompletableFuture<Map<String, String>> campaignsOf(Set<String> pledges) {
        var answer = new CompletableFuture<Map<String, String>>();
        if (!questions.offer(new Question(pledges, answer))) {
            answer.completeExceptionally(new IllegalStateException("too many questions wait for the store"));
        }
        return answer;
    }

    private void run() {
        List<Question> batch = new ArrayList<>();
        try {
            while (true) {
                batch.add(questions.take());
                questions.drainTo(batch, QUESTIONS_AT_ONCE - 1);
                answer(batch);
                batch.clear();
            }
        } catch (InterruptedException stopping) {
            questions.drainTo(batch);
            batch.forEach(question -> question.answer().completeExceptionally(stopping));
        }
    }

    private void answer(List<Question> batch) {
        List<String> all = new ArrayList<>();
        batch.forEach(question -> all.addAll(question.pledges()));
        try {
            Map<String, String> campaigns = new HashMap<>(lookUp.apply(all));
            batch.forEach(question -> question.answer().complete(campaigns));
        } catch (RuntimeException unavailable) {
            batch.forEach(question -> question.answer().completeExceptionally(unavailable));
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        Stopping.await(thread);
    }
}
