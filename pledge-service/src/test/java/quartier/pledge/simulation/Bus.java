package quartier.pledge.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import quartier.platform.outbox.OutboundEvent;

/** A broker's log: what was sent to it, in the order in which it came. */
final class Bus {

    private final List<OutboundEvent> log = new ArrayList<>();

    List<OutboundEvent> log() {
        return log;
    }

    /** The way there for one process. */
    Function<OutboundEvent, CompletableFuture<?>> from(Replica process, Weather weather) {
        return event -> {
            try {
                return CompletableFuture.completedFuture(
                        weather.io(process, "publish " + event.type() + " " + event.sequence(), () -> log.add(event)));
            } catch (Weather.Broken notAcknowledged) {
                return CompletableFuture.failedFuture(notAcknowledged);
            }
        };
    }
}
