package quartier.pledge.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.journal.Tasks;

/**
 * Runs tasks in turns, and never two at a time: at each step chance says who goes on. Each task has a virtual thread
 * only to keep its place; it stands still unless it is its turn, so nothing depends on the machine's own scheduling.
 * Time stands still while anybody can do anything, and then jumps to the next appointment.
 */
final class Scheduler {

    private static final long NEVER = Long.MAX_VALUE;
    private static final int STEPS = 200_000;

    /** One task's place and what it waits for. */
    private static final class Turn {
        final String owner;
        final String name;
        final Tasks.Task task;

        @Nullable
        Thread thread;

        @Nullable
        BooleanSupplier condition;

        long appointment;
        boolean killed;

        Turn(String owner, String name, Tasks.Task task) {
            this.owner = owner;
            this.name = name;
            this.task = task;
        }

        boolean isReady(long now) {
            return killed || appointment <= now || (condition != null && condition.getAsBoolean());
        }
    }

    private final Chance chance;
    private final Trace trace;
    private final List<Turn> turns = new ArrayList<>();
    private final Thread caller = Thread.currentThread();
    private volatile @Nullable Turn running;
    private volatile boolean over;
    private @Nullable Throwable failure;
    private long nowNanos;
    private int steps;

    Scheduler(Chance chance, Trace trace) {
        this.chance = chance;
        this.trace = trace;
    }

    long nanos() {
        return nowNanos;
    }

    int steps() {
        return steps;
    }

    /** Runs this and all that it starts; returns when this is done, and leaves nothing behind. */
    void run(Tasks.Task main) {
        start("world", "main", () -> {
            try {
                main.run();
            } finally {
                killAll();
            }
        });
        passOn();
        while (!over) {
            LockSupport.park(this);
        }
        if (failure != null) {
            String what = failure instanceof AssertionError ? failure.getMessage() : failure.toString();
            throw new AssertionError(what, failure);
        }
    }

    void start(String owner, String name, Tasks.Task task) {
        Turn current = running;
        if (current != null && current.killed) {
            throw new Crashed();
        }
        Turn turn = new Turn(owner, name, task);
        turn.thread = Thread.ofVirtual().unstarted(() -> live(turn));
        turns.add(turn);
        turn.thread.start();
    }

    /** Ends all tasks of a process, the one that asks among them. */
    void kill(String owner) {
        turns.stream().filter(turn -> turn.owner.equals(owner)).forEach(turn -> turn.killed = true);
        if (self().killed) {
            throw new Crashed();
        }
    }

    private void killAll() {
        turns.forEach(turn -> turn.killed = true);
    }

    /** Lets anybody go on, maybe the same. */
    void step() {
        wait(null, nowNanos);
    }

    void pause(Duration duration) {
        wait(null, nowNanos + duration.toNanos());
    }

    /** Time that passes in which nobody does anything: whatever should have happened in it is late. */
    void skip(Duration duration) {
        nowNanos += duration.toNanos();
    }

    boolean await(BooleanSupplier condition, Duration atMost) {
        long until = nowNanos + atMost.toNanos();
        do {
            wait(condition, until);
        } while (!condition.getAsBoolean() && nowNanos < until);
        return condition.getAsBoolean();
    }

    /** What the running task is called. */
    String who() {
        Turn turn = self();
        return turn.owner + ' ' + turn.name;
    }

    private Turn self() {
        Turn turn = running;
        if (turn == null) {
            throw new IllegalStateException("only a task may ask");
        }
        return turn;
    }

    private void wait(@Nullable BooleanSupplier condition, long until) {
        Turn turn = self();
        if (turn.killed) {
            throw new Crashed();
        }
        turn.condition = condition;
        turn.appointment = until;
        passOn();
        awaitTurn(turn);
        if (turn.killed) {
            throw new Crashed();
        }
    }

    private void awaitTurn(Turn turn) {
        while (running != turn) {
            LockSupport.park(this);
        }
    }

    private void live(Turn turn) {
        awaitTurn(turn);
        try {
            if (!turn.killed) {
                turn.task.run();
            }
        } catch (Crashed gone) {
            // Nothing of it is left.
        } catch (Throwable unforeseen) {
            if (failure == null) {
                failure = unforeseen;
            }
            killAll();
        }
        turns.remove(turn);
        passOn();
    }

    private void passOn() {
        Turn next = next();
        running = next;
        if (next == null) {
            over = true;
            LockSupport.unpark(caller);
        } else if (next.thread != Thread.currentThread()) {
            LockSupport.unpark(next.thread);
        }
    }

    private @Nullable Turn next() {
        if (turns.isEmpty()) {
            return null;
        }
        if (++steps > STEPS && failure == null) {
            failure = new AssertionError("it does not end within " + STEPS + " steps");
            killAll();
        }
        List<Turn> ready = new ArrayList<>(turns.size());
        collect(ready);
        if (ready.isEmpty()) {
            nowNanos = turns.stream().mapToLong(turn -> turn.appointment).min().orElse(NEVER);
            collect(ready);
        }
        Turn next = ready.get(chance.below(ready.size()));
        trace.turn(nowNanos, next.owner, next.name);
        return next;
    }

    private void collect(List<Turn> ready) {
        for (Turn turn : turns) {
            if (turn.isReady(nowNanos)) {
                ready.add(turn);
            }
        }
    }
}
