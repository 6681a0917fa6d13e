package quartier.pledge.escrow.journal;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** What a stepped replica needs of who steps it: tasks of which only one runs at a time, and virtual time. */
public interface Tasks extends Pace {

    /** What a task does; an interruption is its end. */
    interface Task {
        void run() throws InterruptedException;
    }

    void start(String name, Task task);

    /** Lets others run until the condition holds; false when it did not within that time. */
    boolean await(BooleanSupplier condition, Duration atMost);

    /** At most this and at least one. */
    int upTo(int most);
}
