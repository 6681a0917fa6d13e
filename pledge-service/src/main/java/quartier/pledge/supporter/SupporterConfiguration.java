package quartier.pledge.supporter;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import quartier.platform.messaging.ReceivedEvent;

@Configuration(proxyBeanMethods = false)
class SupporterConfiguration {

    /** The fields that this service uses of support-service's events. */
    record SupporterChanged(String supporter, String name, String kind, List<String> agents) {}

    @Bean
    Supporters supporterProjection(MongoDatabase database) {
        return new Supporters(database);
    }

    /** Listens to {@code quartier.support.supporters}. */
    @Bean
    Consumer<Message<byte[]>> supporters(Supporters supporters) {
        return message -> {
            ReceivedEvent event = ReceivedEvent.from(message);
            boolean approved = switch (event.type()) {
                case "quartier.supporter.approved.v1" -> true;
                case "quartier.supporter.registered.v1", "quartier.supporter.suspended.v1" -> false;
                default -> throw new IllegalArgumentException("Unknown event type " + event.type());
            };
            SupporterChanged changed = event.dataAs(SupporterChanged.class);
            supporters.apply(
                    new Supporter(
                            changed.supporter(),
                            changed.name(),
                            isPublic(changed.kind()),
                            approved,
                            Set.copyOf(changed.agents())),
                    event.sequence());
        };
    }

    private static boolean isPublic(String kind) {
        return switch (kind) {
            case "public" -> true;
            case "private" -> false;
            default -> throw new IllegalArgumentException("Unknown kind of supporter: " + kind);
        };
    }
}
