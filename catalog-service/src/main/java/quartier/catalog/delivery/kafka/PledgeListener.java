package quartier.catalog.delivery.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import quartier.catalog.delivery.Parcels;
import quartier.platform.messaging.ReceivedEvent;

/** Hears from pledge-service who backed which tier, and whose pledge no longer stands. */
@Configuration(proxyBeanMethods = false)
class PledgeListener {

    private static final Logger log = LoggerFactory.getLogger(PledgeListener.class);

    /** What is used of {@code quartier.pledge.pledges}. */
    record Pledge(
            String pledge,
            String campaign,
            String backer,
            @Nullable String tier) {
        Pledge {
            Objects.requireNonNull(pledge, "pledge");
            Objects.requireNonNull(campaign, "campaign");
            Objects.requireNonNull(backer, "backer");
        }
    }

    @Bean
    Consumer<Message<byte[]>> pledges(Parcels parcels, MeterRegistry meters) {
        return message -> {
            ReceivedEvent event = ReceivedEvent.from(message);
            switch (event.type()) {
                case "quartier.pledge.confirmed.v1", "quartier.pledge.changed.v1" -> hear(event, true, parcels, meters);
                case "quartier.pledge.cancelled.v1", "quartier.pledge.refunded.v1" ->
                    hear(event, false, parcels, meters);
                case "quartier.pledge.disputed.v1",
                        "quartier.pledge.refund-failed.v1",
                        "quartier.pledge.loan-repaid.v1",
                        "quartier.pledge.dispute-set-off.v1" -> {
                    // They change nothing of a reward.
                }
                default -> {
                    meters.counter("quartier.events.unknown", "type", event.type())
                            .increment();
                    log.warn("An event of a type that is not known was passed over: {}", event.type());
                }
            }
        };
    }

    private static void hear(ReceivedEvent event, boolean stands, Parcels parcels, MeterRegistry meters) {
        Pledge pledge = event.dataAs(Pledge.class);
        boolean due = stands && pledge.tier() != null;
        boolean news = parcels.hear(
                pledge.pledge(), pledge.campaign(), pledge.backer(), due ? pledge.tier() : null, due, event.sequence());
        if (!news) {
            meters.counter("quartier.events.repeated", "type", event.type()).increment();
        }
    }
}
