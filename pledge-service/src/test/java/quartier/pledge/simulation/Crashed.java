package quartier.pledge.simulation;

/** Ends a task at once, past everything that it would catch: its process is gone. */
final class Crashed extends Error {

    Crashed() {
        super("the process is gone", null, false, false);
    }
}
