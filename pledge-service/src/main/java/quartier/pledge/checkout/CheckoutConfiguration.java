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
    Till till(PaymentProvider provider, PaymentReports reports, Decisions decisions) {
        return new Till(provider, reports, decisions);
    }

    @Bean
    Checkout checkout(
            Decisions decisions, Till till, Clock clock, CheckoutProperties properties, MeterRegistry meters) {
        return new Checkout(decisions, till, clock, properties.hold(), meters);
    }

    @Bean
    PledgeChanges pledgeChanges(
            Decisions decisions,
            Till till,
            PaymentProvider provider,
            Clock clock,
            CheckoutProperties properties,
            MeterRegistry meters) {
        return new PledgeChanges(decisions, till, provider, clock, properties.hold(), meters);
    }

    @Bean
    OpenPledges openPledges(
            PaymentProvider provider,
            PaymentReports reports,
            Decisions decisions,
            PledgeViews pledges,
            Escrows escrows) {
        return new OpenPledges(provider, reports, decisions, pledges, escrows);
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
