package quartier.pledge.launch;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import quartier.pledge.checkout.Decisions;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LaunchProperties.class)
class LaunchConfiguration {

    @Bean
    Projects projectProjection(MongoDatabase database) {
        return new Projects(database);
    }

    /** Listens to {@code quartier.catalog.projects}. */
    @Bean
    Consumer<Message<byte[]>> projects(
            Decisions decisions, Projects projects, Clock clock, LaunchProperties properties, MeterRegistry meters) {
        return new ProjectListener(decisions, projects, clock, properties.closingLimit(), meters);
    }
}
