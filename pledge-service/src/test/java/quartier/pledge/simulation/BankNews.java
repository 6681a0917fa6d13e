package quartier.pledge.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import quartier.pledge.payment.ProviderEvent;

/** What the bank will do on its own, and what it tells of it. */
final class BankNews {

    private final Scheduler scheduler;
    private final Clock clock;
    private final List<ProviderEvent> events = new ArrayList<>();
    private int open;

    BankNews(Scheduler scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    List<ProviderEvent> events() {
        return events;
    }

    boolean isAtRest() {
        return open == 0;
    }

    void later(String what, Duration after, Runnable work) {
        open++;
        scheduler.start("bank", what, () -> {
            scheduler.pause(after);
            work.run();
            open--;
        });
    }

    void tell(String type, ProviderEvent.Subject about) {
        events.add(new ProviderEvent("evt-" + events.size(), type, about, now()));
    }

    Instant now() {
        return clock.instant();
    }
}
