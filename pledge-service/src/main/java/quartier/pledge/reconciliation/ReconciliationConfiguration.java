package quartier.pledge.reconciliation;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import quartier.pledge.payment.PaymentProvider;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReconciliationProperties.class)
class ReconciliationConfiguration {

    @Bean
    Suspense suspense(MongoDatabase database) {
        return new Suspense(database);
    }

    @Bean
    Reconcile reconcile(PaymentProvider provider, Suspense suspense, MongoDatabase database, Clock clock) {
        return new Reconcile(provider, new LedgerReader(database), suspense, database, clock);
    }

    @Bean
    ReconciliationRunner reconciliationRunner(
            Reconcile reconcile,
            Suspense suspense,
            Clock clock,
            ReconciliationProperties properties,
            MeterRegistry meters) {
        return new ReconciliationRunner(reconcile, suspense, clock, properties.every(), meters);
    }
}
