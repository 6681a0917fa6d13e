package quartier.catalog;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import quartier.catalog.contest.TellPhases;
import quartier.catalog.delivery.DeliverRewards;
import quartier.catalog.delivery.ReceiveRewards;
import quartier.catalog.project.CarryProject;

/**
 * What time alone brings: silent owners are reminded, addresses that are no longer needed erased, phases of calls told when
 * they begin. Any replica may do it.
 */
final class Sweeper implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);
    private static final int AT_ONCE = 200;

    private final CarryProject carry;
    private final ReceiveRewards receive;
    private final DeliverRewards deliver;
    private final TellPhases phases;
    private final Duration every;
    private @Nullable ScheduledExecutorService thread;

    Sweeper(CarryProject carry, ReceiveRewards receive, DeliverRewards deliver, TellPhases phases, Duration every) {
        this.carry = carry;
        this.receive = receive;
        this.deliver = deliver;
        this.phases = phases;
        this.every = every;
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().factory());
            var _ = thread.scheduleWithFixedDelay(
                    this::sweepWhenPossible, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void sweepWhenPossible() {
        try {
            sweep();
        } catch (RuntimeException failed) {
            log.error("The sweep is tried again in {}", every, failed);
        }
    }

    void sweep() {
        carry.remindTheSilent(AT_ONCE);
        receive.eraseWhatIsOver(AT_ONCE);
        deliver.tellWhatWaits();
        phases.tell();
    }
}
