package quartier.pledge.checkout;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.escrow.PledgeViews;
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
    Webhooks webhooks(Escrows escrows, PaymentProvider provider, PaymentReports reports, Decisions decisions) {
        return new Webhooks(escrows, provider, reports, decisions);
    }
}
