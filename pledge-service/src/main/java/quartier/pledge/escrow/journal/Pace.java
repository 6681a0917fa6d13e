package quartier.pledge.escrow.journal;

import java.time.Duration;

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
    };

    /** Only differences mean something. */
    long nanos();

    void pause(Duration duration) throws InterruptedException;
}
