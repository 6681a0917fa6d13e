package quartier.pledge.escrow.journal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** The passing of time for those who wait for the store: the real one, unless a simulation moves it. */
public interface Pace {

    Pace REAL = new Pace() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void pause(Duration duration) throws InterruptedException {
            Thread.sleep(duration);
        }

        @Override
        public <T> T await(CompletableFuture<T> answer) throws InterruptedException {
            try {
                return answer.get();
            } catch (ExecutionException failed) {
                throw new CompletionException(failed.getCause());
            }
        }
    };

    /** Only differences mean something. */
    long nanos();

    void pause(Duration duration) throws InterruptedException;

    /** @throws CompletionException with what it failed with */
    <T> T await(CompletableFuture<T> answer) throws InterruptedException;
}
