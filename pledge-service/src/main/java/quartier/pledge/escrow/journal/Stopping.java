package quartier.pledge.escrow.journal;

import java.time.Duration;

/** The end of a background thread. */
final class Stopping {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private Stopping() {}

    /** Waits for an interrupted thread to notice, but not for ever: what it does can be repeated. */
    static void await(Thread interrupted) {
        if (!interrupted.isAlive()) {
            return;
        }
        try {
            interrupted.join(PATIENCE);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
