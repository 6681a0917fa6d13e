package quartier.pledge.settlement;

import com.mongodb.MongoException;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import quartier.pledge.escrow.Due;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.EscrowUnavailableException;
import quartier.pledge.escrow.Escrows;

/**
 * Looks for campaigns that wait for something and does it, several at once and within a limit. It keeps nothing that
 * must survive: stopped or killed anywhere, it or another replica goes on from the journal. Two replicas may do the
 * same thing at the same time; the provider's keys and the journal make it one thing.
 */
final class SettlementRunner implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SettlementRunner.class);

    /** Many, because those that are paused by the operator wait in front of the others. */
    private static final int CAMPAIGNS_AT_ONCE = 4096;

    private static final int STEPS_AT_ONCE = 512;

    private final Escrows escrows;
    private final Settlement settlement;
    private final PausedRuns pausedRuns;
    private final RateLimiter rate;
    private final Speed speed;
    private final SettlementProperties properties;
    private final Clock clock;
    private final Clock realClock;
    private final Pauses pauses;
    private final Semaphore permits;
    private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final AtomicLong waiting = new AtomicLong();
    private @Nullable ExecutorService threads;
    private volatile boolean running;

    SettlementRunner(
            Escrows escrows,
            Settlement settlement,
            PausedRuns pausedRuns,
            RateLimiter rate,
            Speed speed,
            SettlementProperties properties,
            Clock clock,
            Clock realClock,
            MeterRegistry meters) {
        this.escrows = escrows;
        this.settlement = settlement;
        this.pausedRuns = pausedRuns;
        this.rate = rate;
        this.speed = speed;
        this.properties = properties;
        this.clock = clock;
        this.realClock = realClock;
        this.pauses = new Pauses(properties.firstPause(), properties.longestPause());
        this.permits = new Semaphore(properties.atOnce());
        Gauge.builder("quartier.settlement.campaigns", waiting, AtomicLong::get)
                .description("Campaigns that waited for something at the last sweep")
                .register(meters);
        Gauge.builder("quartier.settlement.paused", pauses, Pauses::count)
                .description("Steps that did not work and will be tried again")
                .register(meters);
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true;
            ExecutorService started = Executors.newVirtualThreadPerTaskExecutor();
            threads = started;
            started.execute(() -> sweepUntilStopped(started));
        }
    }

    /** Lets go at once, in the middle of whatever it does: that is how it is stopped when the power fails too. */
    @Override
    public synchronized void stop() {
        running = false;
        if (threads != null) {
            threads.shutdownNow();
            threads.close();
            threads = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void sweepUntilStopped(ExecutorService executor) {
        while (running) {
            try {
                sweep(executor);
                Thread.sleep(properties.sweepEvery());
            } catch (InterruptedException stopping) {
                return;
            } catch (MongoException | EscrowUnavailableException storeUnavailable) {
                log.warn("The sweep waits for the store: {}", storeUnavailable.getMessage());
            } catch (RuntimeException defect) {
                log.error("The sweep failed; it must go on all the same", defect);
            }
        }
    }

    private void sweep(ExecutorService executor) {
        List<String> campaigns = escrows.withWork(clock.instant(), CAMPAIGNS_AT_ONCE);
        waiting.set(campaigns.size());
        for (String campaign : campaigns) {
            if (running && busy.add(campaign)) {
                executor.execute(() -> workOn(campaign));
            }
        }
    }

    /** Goes on as long as something can be done now. */
    private void workOn(String campaign) {
        try {
            while (running && workOnce(campaign)) {}
        } catch (MongoException | EscrowUnavailableException storeUnavailable) {
            log.warn("Campaign {} waits for the store: {}", campaign, storeUnavailable.getMessage());
        } finally {
            busy.remove(campaign);
        }
    }

    private boolean workOnce(String campaign) {
        Escrow escrow = escrows.find(campaign).orElse(null);
        if (escrow == null) {
            return false;
        }
        Instant realNow = realClock.instant();
        boolean paused = pausedRuns.now().holds(campaign);
        List<Due> steps = escrow.due(clock.instant())
                .filter(due -> !(paused && movesMoney(due)))
                .filter(due -> pauses.over(nameOf(campaign, due), realNow))
                .limit(STEPS_AT_ONCE)
                .toList();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            steps.forEach(due -> each.execute(() -> take(escrow, due)));
        }
        return !steps.isEmpty();
    }

    private void take(Escrow escrow, Due due) {
        String name = nameOf(escrow.campaign(), due);
        try {
            permits.acquire();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            if (mayGo(escrow.campaign(), due)) {
                noted(name, due, settlement.take(escrow, due, refusals.getOrDefault(name, 0)));
            }
        } catch (MongoException | EscrowUnavailableException storeUnavailable) {
            pauses.extend(name, realClock.instant());
            log.warn("{} waits for the store: {}", name, storeUnavailable.getMessage());
        } catch (RuntimeException defect) {
            pauses.extend(name, realClock.instant());
            log.error("{} could not be done and will be tried again", name, defect);
        } finally {
            permits.release();
        }
    }

    /** Waits for its turn with the provider; the operator may have paused the run meanwhile. */
    private boolean mayGo(String campaign, Due due) {
        return (!asksProvider(due) || rate.acquirePermission())
                && !(movesMoney(due) && pausedRuns.now().holds(campaign));
    }

    private void noted(String name, Due due, Settlement.Step step) {
        switch (step) {
            case DONE -> {
                pauses.end(name);
                refusals.remove(name);
                if (movesMoney(due)) {
                    speed.count();
                }
            }
            case LATER -> pauses.extend(name, realClock.instant());
            case REFUSED -> {
                refusals.merge(name, 1, Integer::sum);
                pauses.extend(name, realClock.instant());
            }
        }
    }

    /** What the operator can pause. Deadlines and questions go on: they only find out what is. */
    private static boolean movesMoney(Due due) {
        return switch (due) {
            case Due.RefundToMake refund -> true;
            case Due.PayoutToMake payout -> true;
            case Due.LenderToRepay part -> true;
            case Due.DeadlineReached reached -> false;
            case Due.VerdictDue verdict -> false;
            case Due.HoldEnds hold -> false;
            case Due.PaymentToLookUp payment -> false;
            case Due.ConfirmationMissed missed -> false;
            case Due.ArrearsToMark arrears -> false;
        };
    }

    private static boolean asksProvider(Due due) {
        return movesMoney(due) || due instanceof Due.HoldEnds || due instanceof Due.PaymentToLookUp;
    }

    /** The same as long as the same thing is due. */
    private static String nameOf(String campaign, Due due) {
        return campaign + " "
                + switch (due) {
                    case Due.DeadlineReached reached -> "deadline";
                    case Due.VerdictDue verdict -> "verdict";
                    case Due.HoldEnds hold -> "hold " + hold.payment();
                    case Due.PaymentToLookUp payment -> "payment " + payment.payment();
                    case Due.RefundToMake refund -> "refund " + refund.money().id() + " " + refund.attempt();
                    case Due.PayoutToMake payout -> "payout " + payout.payout() + " " + payout.attempt();
                    case Due.ConfirmationMissed missed -> "cash " + missed.pledge();
                    case Due.LenderToRepay part ->
                        "repayment " + part.repayment() + " " + part.payment() + " " + part.attempt();
                    case Due.ArrearsToMark arrears -> "arrears";
                };
    }
}
