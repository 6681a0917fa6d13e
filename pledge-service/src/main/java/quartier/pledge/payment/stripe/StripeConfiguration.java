package quartier.pledge.payment.stripe;

import com.mongodb.client.MongoDatabase;
import com.stripe.StripeClient;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Real money, only where it is asked for by name; without its keys the service does not start. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "quartier.payment.provider", havingValue = "stripe")
@EnableConfigurationProperties(StripeProperties.class)
class StripeConfiguration {

    /** To be guarded before anybody uses it; hence no candidate for injection by type. */
    @Bean(name = "rawProvider", defaultCandidate = false)
    StripeProvider stripeProvider(MongoDatabase database, StripeProperties properties) {
        return new StripeProvider(client(properties), new StripeBooks(database), properties, Clock.systemUTC());
    }

    /** Not retried inside: whoever asked decides, and repeats under the same key. */
    static StripeClient client(StripeProperties properties) {
        return StripeClient.builder()
                .setApiKey(properties.secretKey())
                .setApiBase(properties.apiBase().toString())
                .setConnectTimeout(Math.toIntExact(properties.connectTimeout().toMillis()))
                .setReadTimeout(Math.toIntExact(properties.readTimeout().toMillis()))
                .setMaxNetworkRetries(0)
                .build();
    }
}
