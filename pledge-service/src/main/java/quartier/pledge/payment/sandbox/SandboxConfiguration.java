package quartier.pledge.payment.sandbox;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox's bank, only where the whole service is a sandbox, unless another provider is named. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSandboxBank
@EnableConfigurationProperties(SandboxProviderProperties.class)
class SandboxConfiguration {

    @Bean
    SandboxPayments sandboxPayments(MongoClient client, SandboxProviderProperties properties) {
        return new SandboxPayments(database(client, properties));
    }

    @Bean
    SandboxPayouts sandboxPayouts(MongoClient client, SandboxProviderProperties properties) {
        return new SandboxPayouts(database(client, properties));
    }

    @Bean(destroyMethod = "stop")
    SandboxCalendar sandboxCalendar(MongoClient client, SandboxProviderProperties properties, Clock clock) {
        return new SandboxCalendar(database(client, properties), clock);
    }

    @Bean(destroyMethod = "stop")
    SandboxWebhooks sandboxWebhooks(
            MongoClient client,
            SandboxProviderProperties properties,
            JsonMapper json,
            Clock clock,
            MeterRegistry meters) {
        return new SandboxWebhooks(database(client, properties), properties, json, clock, Clock.systemUTC(), meters);
    }

    @Bean
    SandboxBank sandboxBank(
            SandboxPayments payments,
            SandboxWebhooks webhooks,
            SandboxCalendar calendar,
            SandboxProviderProperties properties,
            Clock clock) {
        return new SandboxBank(payments, webhooks, calendar, properties, clock, Clock.systemUTC());
    }

    @Bean
    SandboxPayeeDesk sandboxPayeeDesk(
            SandboxPayouts payouts,
            SandboxWebhooks webhooks,
            SandboxCalendar calendar,
            SandboxProviderProperties properties,
            Clock clock) {
        return new SandboxPayeeDesk(payouts, webhooks, calendar, properties, clock, Clock.systemUTC());
    }

    /** To be guarded before anybody uses it; hence no candidate for injection by type. */
    @Bean(name = "rawProvider", defaultCandidate = false)
    SandboxProvider sandboxProvider(
            SandboxPayments payments,
            SandboxPayouts payouts,
            SandboxBank bank,
            SandboxPayeeDesk payees,
            SandboxWebhooks webhooks,
            SandboxCalendar calendar,
            SandboxProviderProperties properties) {
        var provider = new SandboxProvider(payments, payouts, bank, payees, webhooks, properties);
        calendar.start(provider::on);
        return provider;
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
