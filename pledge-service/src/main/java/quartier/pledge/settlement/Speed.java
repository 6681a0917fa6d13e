package quartier.pledge.settlement;

import java.time.Clock;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** How fast this process settles: what it did within the last minute, counted by the second. */
public final class Speed {

    private static final int SECONDS = 60;

    private final Clock realClock;
    private final ConcurrentSkipListMap<Long, LongAdder> bySecond = new ConcurrentSkipListMap<>();

    Speed(Clock realClock) {
        this.realClock = realClock;
    }

    void count() {
        long second = realClock.instant().getEpochSecond();
        bySecond.headMap(second - SECONDS).clear();
        bySecond.computeIfAbsent(second, unseen -> new LongAdder()).increment();
    }

    /** Refunds, payouts and lenders' parts that were done, on average of the last minute. */
    public double perSecond() {
        long second = realClock.instant().getEpochSecond();
        long done = bySecond.tailMap(second - SECONDS, false).values().stream()
                .mapToLong(LongAdder::sum)
                .sum();
        return (double) done / SECONDS;
    }
}
