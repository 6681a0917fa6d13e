package quartier.pledge.refund;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.EscrowUnavailableException;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.escrow.Refund;

/** Erases accounts that nobody needs any more, because the refund succeeded after all. Any replica may do it. */
final class AccountEraser implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AccountEraser.class);

    private static final int AT_ONCE = 100;

    private final RefundAccounts accounts;
    private final Escrows escrows;
    private final Duration every;
    private @Nullable ScheduledExecutorService thread;

    AccountEraser(RefundAccounts accounts, Escrows escrows, Duration every) {
        this.accounts = accounts;
        this.escrows = escrows;
        this.every = every;
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().factory());
            var _ = thread.scheduleWithFixedDelay(
                    this::eraseWhenPossible, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
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

    private void eraseWhenPossible() {
        try {
            erase();
        } catch (MongoException | EscrowUnavailableException storeUnavailable) {
            log.warn("Accounts are erased later: {}", storeUnavailable.getMessage());
        } catch (RuntimeException defect) {
            log.error("Accounts could not be erased; it must go on all the same", defect);
        }
    }

    void erase() {
        List<RefundAccounts.Kept> some = accounts.after("", AT_ONCE);
        while (!some.isEmpty()) {
            some.stream().filter(this::isOver).forEach(kept -> accounts.erase(kept.pledge()));
            some = accounts.after(some.getLast().pledge(), AT_ONCE);
        }
    }

    private boolean isOver(RefundAccounts.Kept kept) {
        return escrows.find(kept.campaign())
                .map(escrow -> !isOwed(escrow, kept.pledge()))
                .orElse(false);
    }

    private static boolean isOwed(Escrow escrow, String pledge) {
        return escrow.refunds()
                .filter(refund -> refund.of().pledge().equals(pledge))
                .anyMatch(refund -> refund instanceof Refund.Failed || refund instanceof Refund.Due);
    }
}
