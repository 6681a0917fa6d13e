package quartier.pledge.simulation;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Where a process meets the outside. At each such step others may go first; then the call may never arrive, its answer
 * may never arrive, it may take long, or the process may be gone, before the effect or after it.
 */
final class Weather {

    /** It is not known whether it was done. */
    static final class Broken extends MongoException {
        Broken(String what) {
            super("no answer: " + what);
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    private static final Duration SLOW = Duration.ofSeconds(15);

    private final Chance chance;
    private final Scheduler scheduler;
    private final Trace trace;
    private final double crash;
    private final double broken;
    private final double slow;
    private boolean calm;

    Weather(Chance chance, Scheduler scheduler, Trace trace) {
        this.chance = chance;
        this.scheduler = scheduler;
        this.trace = trace;
        this.crash = chance.oneIn(4) ? 0 : 0.0005 * chance.below(12);
        this.broken = chance.oneIn(4) ? 0 : 0.01 * chance.below(8);
        this.slow = chance.oneIn(3) ? 0 : 0.01 * chance.below(5);
    }

    void calmDown() {
        calm = true;
    }

    boolean isCalm() {
        return calm;
    }

    /** Whether an answer that was given does not reach who asked. */
    boolean isLost() {
        return strikes(broken);
    }

    <T> T io(Replica process, String what, Supplier<T> effect) {
        return io(process, what, effect, () -> {
            var _ = effect.get();
        });
    }

    /** @param half what may have been done when no answer comes: all of it or a part */
    <T> T io(Replica process, String what, Supplier<T> effect, Runnable half) {
        before(process, what, half);
        T answer;
        if (strikes(broken)) {
            half.run();
            trace.line(scheduler.who(), what + ", no answer");
            scheduler.step();
            throw new Broken(what);
        }
        answer = effect.get();
        trace.line(scheduler.who(), what);
        if (strikes(crash)) {
            crash(process, "after " + what);
        }
        scheduler.step();
        return answer;
    }

    private void before(Replica process, String what, Runnable half) {
        scheduler.step();
        if (strikes(slow)) {
            scheduler.pause(chance.between(Duration.ofMillis(1), SLOW));
        }
        if (strikes(crash)) {
            crash(process, "before " + what);
        }
        if (strikes(broken)) {
            boolean late = chance.oneIn(4);
            trace.line(scheduler.who(), what + (late ? ", on its way" : ", lost on its way"));
            if (late) {
                arriveLater(what, half);
            }
            throw new Broken(what);
        }
    }

    /** Who asked has given up, and what they asked for is done all the same. */
    private void arriveLater(String what, Runnable effect) {
        scheduler.start("network", "late", () -> {
            scheduler.pause(chance.between(Duration.ofSeconds(1), Duration.ofMinutes(40)));
            trace.line("network", "late: " + what);
            try {
                effect.run();
            } catch (MongoException refused) {
                // Nobody waits for the answer.
            }
        });
    }

    private boolean strikes(double probability) {
        return !calm && chance.happens(probability);
    }

    private void crash(Replica process, String when) {
        trace.line(scheduler.who(), "CRASH " + when);
        process.crash();
    }
}
