package quartier.catalog.project.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import quartier.catalog.project.PayeeNews;
import quartier.platform.messaging.ReceivedEvent;

/** Hears from pledge-service whose identity is verified, so that their projects may be launched. */
@Configuration(proxyBeanMethods = false)
class PayeeListener {

    private static final Logger log = LoggerFactory.getLogger(PayeeListener.class);

    @Bean
    Consumer<Message<byte[]>> payees(PayeeNews news, MeterRegistry meters) {
        return message -> {
            ReceivedEvent event = ReceivedEvent.from(message);
            switch (event.type()) {
                case "quartier.payee.verified.v1" -> hear(news, event, true, meters);
                case "quartier.payee.rejected.v1" -> hear(news, event, false, meters);
                default -> {
                    meters.counter("quartier.events.unknown", "type", event.type())
                            .increment();
                    log.warn("An event of a type that is not known was passed over: {}", event.type());
                }
            }
        };
    }

    private static void hear(PayeeNews news, ReceivedEvent event, boolean verified, MeterRegistry meters) {
        if (!news.hear(event.subject(), verified, event.sequence())) {
            meters.counter("quartier.events.repeated", "type", event.type()).increment();
        }
    }
}
