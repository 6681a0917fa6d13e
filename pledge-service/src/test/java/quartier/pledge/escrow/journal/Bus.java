package quartier.pledge.escrow.journal;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import quartier.platform.outbox.OutboundEvent;

/** A broker in memory that can be away. */
final class Bus implements Function<OutboundEvent, CompletableFuture<?>> {

    private final List<OutboundEvent> events = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    @Override
    public CompletableFuture<?> apply(OutboundEvent event) {
        if (away) {
            return CompletableFuture.failedFuture(new IllegalStateException("the broker is away"));
        }
        events.add(event);
        return CompletableFuture.completedFuture(null);
    }

    void goAway() {
        away = true;
    }

    void comeBack() {
        away = false;
    }

    List<OutboundEvent> events() {
        return List.copyOf(events);
    }

    List<OutboundEvent> ofType(String type) {
        return events.stream().filter(event -> event.type().equals(type)).toList();
    }
}
