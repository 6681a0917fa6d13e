package quartier.pledge.settlement;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import quartier.pledge.checkout.Decisions;
import quartier.pledge.checkout.PaymentReports;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.payee.Payees;
import quartier.pledge.payment.PaymentProvider;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SettlementProperties.class)
class SettlementConfiguration {

    @Bean
    SettlementRunner settlementRunner(
            Escrows escrows,
            Decisions decisions,
            PaymentReports reports,
            PaymentProvider provider,
            Payees payees,
            SettlementProperties properties,
            Clock clock,
            MeterRegistry meters) {
        var settlement =
                new Settlement(decisions, reports, provider, payees::verified, clock, properties.tries(), meters);
        return new SettlementRunner(escrows, settlement, properties, clock, Clock.systemUTC(), meters);
    }
}
