package quartier.catalog.project.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import quartier.catalog.project.Days;
import quartier.catalog.project.Decision;
import quartier.catalog.project.LeadProject;
import quartier.platform.messaging.ReceivedEvent;

/** Hears from pledge-service how campaigns stand and how they end. */
@Configuration(proxyBeanMethods = false)
class CampaignListener {

    private static final Logger log = LoggerFactory.getLogger(CampaignListener.class);

    @Bean
    Consumer<Message<byte[]>> campaigns(LeadProject lead, Days days, MeterRegistry meters) {
        return message -> {
            ReceivedEvent event = ReceivedEvent.from(message);
            switch (CampaignNewsReader.read(event)) {
                case CampaignNewsReader.News(var news) -> {
                    if (news.totals() != null) {
                        days.note(news.campaign(), event.time(), news.totals(), news.sequence());
                    }
                    if (lead.follow(news) instanceof Decision.Repeated) {
                        meters.counter("quartier.events.repeated", "type", event.type())
                                .increment();
                    }
                }
                case CampaignNewsReader.OfNoConcern none -> {}
                case CampaignNewsReader.Unknown(String type) -> {
                    meters.counter("quartier.events.unknown", "type", type).increment();
                    log.warn("An event of a type that is not known was passed over: {}", type);
                }
            }
        };
    }
}
