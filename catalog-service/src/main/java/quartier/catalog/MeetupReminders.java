package quartier.catalog;

import com.mongodb.MongoException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import quartier.catalog.meetup.HoldMeetups;
import quartier.platform.store.StaleAggregateException;

/** Looks every few seconds whose guests are to be reminded; each meetup once, whichever replica comes first. */
final class MeetupReminders implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MeetupReminders.class);
    private static final Duration EVERY = Duration.ofSeconds(20);

    private final HoldMeetups meetups;
    private @Nullable Thread thread;

    MeetupReminders(HoldMeetups meetups) {
        this.meetups = meetups;
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofVirtual().name("meetup-reminders").start(this::run);
        }
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(EVERY);
                meetups.remind();
            } catch (InterruptedException stopping) {
                return;
            } catch (MongoException | StaleAggregateException later) {
                log.warn("Reminders of meetups wait for the next round: {}", later.getMessage());
            }
        }
    }
}
