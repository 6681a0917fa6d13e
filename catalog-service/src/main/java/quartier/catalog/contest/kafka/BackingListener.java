package quartier.catalog.contest.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import quartier.catalog.contest.Backings;
import quartier.platform.messaging.ReceivedEvent;

/** Hears from pledge-service who backs what, so that no juror scores a project that they gave to. */
@Configuration(proxyBeanMethods = false)
class BackingListener {

    private static final Logger log = LoggerFactory.getLogger(BackingListener.class);

    record PledgeFact(String campaign, String backer) {}

    /** What becomes of a pledge later changes nothing: whoever backed a project once wished it well. */
    @Bean
    Consumer<Message<byte[]>> backings(Backings backings, MeterRegistry meters) {
        return message -> {
            ReceivedEvent event = ReceivedEvent.from(message);
            switch (event.type()) {
                case "quartier.pledge.confirmed.v1" -> {
                    PledgeFact fact = event.dataAs(PledgeFact.class);
                    backings.add(fact.campaign(), fact.backer());
                }
                case "quartier.pledge.cancelled.v1",
                        "quartier.pledge.refunded.v1",
                        "quartier.pledge.refund-failed.v1",
                        "quartier.pledge.changed.v1",
                        "quartier.pledge.disputed.v1",
                        "quartier.pledge.loan-repaid.v1",
                        "quartier.pledge.dispute-set-off.v1" -> {}
                default -> {
                    meters.counter("quartier.events.unknown", "type", event.type())
                            .increment();
                    log.warn("An event of a type that is not known was passed over: {}", event.type());
                }
            }
        };
    }
}
