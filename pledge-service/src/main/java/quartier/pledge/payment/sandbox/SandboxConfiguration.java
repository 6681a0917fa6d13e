package quartier.pledge.payment.sandbox;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox's bank, only where the whole service is a sandbox. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("quartier.sandbox.enabled")
@EnableConfigurationProperties(SandboxProviderProperties.class)
class SandboxConfiguration {

    @Bean
    SandboxPayments sandboxPayments(MongoClient client, SandboxProviderProperties properties) {
        return new SandboxPayments(database(client, properties));
    }

    @Bean(destroyMethod = "stop")
    SandboxWebhooks sandboxWebhooks(
            MongoClient client,
            SandboxProviderProperties properties,
            JsonMapper json,
            Clock clock,
            MeterRegistry meters) {
        return new SandboxWebhooks(
                database(client, properties),
                new WebhookSignature(properties.webhookSecret()),
                json,
                clock,
                Clock.systemUTC(),
                meters);
    }

    /** To be guarded before anybody uses it; hence no candidate for injection by type. */
    @Bean(name = "rawProvider", defaultCandidate = false)
    SandboxProvider sandboxProvider(
            SandboxPayments payments, SandboxWebhooks webhooks, SandboxProviderProperties properties, Clock clock) {
        return new SandboxProvider(payments, webhooks, properties, clock, Clock.systemUTC());
    }

    /** Webhooks go to the port on which this service turned out to listen; never to the management port. */
    @Bean
    ApplicationListener<WebServerInitializedEvent> webhooksBegin(SandboxWebhooks webhooks) {
        return started -> {
            if (started.getApplicationContext().getServerNamespace() == null) {
                webhooks.deliverTo(URI.create("http://localhost:"
                        + started.getWebServer().getPort() + "/v1/webhooks/" + SandboxProvider.NAME));
            }
        };
    }

    @Bean
    SandboxBankPage sandboxBankPage(MessageSource messages) {
        return new SandboxBankPage(messages);
    }

    private static MongoDatabase database(MongoClient client, SandboxProviderProperties properties) {
        return client.getDatabase(properties.database());
    }
}
