package quartier.pledge.checkout;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.escrow.PledgeViews;
import quartier.pledge.payee.Payees;
import quartier.pledge.payment.PaymentProvider;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CheckoutProperties.class)
class CheckoutConfiguration {

    @Bean
    Decisions decisions(Escrows escrows, CheckoutProperties properties) {
        return new Decisions(escrows, properties.decidedWithin());
    }

    @Bean
    PaymentReports paymentReports(Escrows escrows, Clock clock) {
        return new PaymentReports(escrows, clock);
    }

    @Bean
    Checkout checkout(
            Decisions decisions,
            PaymentReports reports,
            PaymentProvider provider,
            Clock clock,
            CheckoutProperties properties,
            MeterRegistry meters) {
        return new Checkout(decisions, reports, provider, clock, properties.hold(), meters);
    }

    @Bean
    OpenPledges openPledges(
            PaymentProvider provider, PaymentReports reports, Decisions decisions, PledgeViews pledges) {
        return new OpenPledges(provider, reports, decisions, pledges);
    }

    @Bean
    Webhooks webhooks(
            Escrows escrows,
            PaymentProvider provider,
            PaymentReports reports,
            Decisions decisions,
            Payees payees,
            MongoDatabase database,
            Clock clock) {
        return new Webhooks(
                escrows, provider, reports, decisions, payees::hear, new StoredHeardEvents(database), clock);
    }

    @Bean
    EventCatchUp eventCatchUp(
            PaymentProvider provider,
            Webhooks webhooks,
            MongoDatabase database,
            Clock clock,
            CheckoutProperties properties,
            MeterRegistry meters) {
        return new EventCatchUp(provider, webhooks, database, clock, properties.catchUpEvery(), meters);
    }
}
