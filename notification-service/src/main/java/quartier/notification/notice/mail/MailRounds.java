package quartier.notification.notice.mail;

import com.mongodb.MongoException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import quartier.notification.NotificationProperties;
import quartier.notification.notice.MailQueue;
import quartier.notification.notice.Postman;

/**
 * Goes out at once when it is rung, and makes rounds for what is due again: failed mails, and those of a replica that
 * died.
 */
@Component
final class MailRounds implements Postman, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MailRounds.class);
    private static final int AT_ONCE = 200;
    private static final int REMEMBERED = 100_000;

    private final MailQueue queue;
    private final MailDelivery delivery;
    private final Duration every;
    private final int senders;
    private final BlockingQueue<String> rung = new LinkedBlockingQueue<>(REMEMBERED);
    private volatile boolean running;
    private @Nullable Thread thread;

    MailRounds(MailQueue queue, MailDelivery delivery, NotificationProperties properties) {
        this.queue = queue;
        this.delivery = delivery;
        this.every = properties.mail().roundEvery();
        this.senders = properties.mail().senders();
    }

    @Override
    public void ring(Collection<String> noticeIds) {
        noticeIds.forEach(rung::offer);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("mail-rounds").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        long nextRound = System.nanoTime();
        try (ExecutorService pool = Executors.newFixedThreadPool(
                senders, Thread.ofVirtual().name("mail-", 0).factory())) {
            while (running) {
                Set<String> ids = new LinkedHashSet<>();
                String first = rung.poll(Math.max(0, nextRound - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (first != null) {
                    ids.add(first);
                    rung.drainTo(ids, AT_ONCE);
                }
                if (System.nanoTime() >= nextRound) {
                    ids.addAll(due());
                    nextRound = System.nanoTime() + every.toNanos();
                }
                deliverAll(ids, pool);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> due() {
        try {
            return queue.due(Instant.now(), AT_ONCE);
        } catch (MongoException storeUnavailable) {
            log.warn("The queue of mails could not be read; the next round asks again");
            return List.of();
        }
    }

    private void deliverAll(Set<String> ids, ExecutorService pool) throws InterruptedException {
        List<Future<?>> all = new ArrayList<>();
        for (String id : ids) {
            all.add(pool.submit(() -> delivery.deliver(id)));
        }
        for (Future<?> one : all) {
            try {
                one.get();
            } catch (ExecutionException undelivered) {
                log.error(
                        "A mail stays in the queue; it is tried again when its lease is over", undelivered.getCause());
            }
        }
    }
}
