package quartier.notification.notice.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import quartier.platform.messaging.ReceivedEvent;

/** Counts events of types that this version doesn't know: a producer may be ahead of us. */
@Component
final class UnknownEvents {

    private static final Logger log = LoggerFactory.getLogger(UnknownEvents.class);

    private final MeterRegistry meters;

    UnknownEvents(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(ReceivedEvent event) {
        meters.counter("quartier.events.unknown", "source", event.source()).increment();
        log.warn("Nobody is told of {} {}: this type is not known here", event.type(), event.id());
    }
}
