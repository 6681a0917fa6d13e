package quartier.pledge.allowance;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import quartier.pledge.checkout.Decisions;

@Configuration(proxyBeanMethods = false)
class AllowanceConfiguration {

    /** Listens to {@code quartier.support.allowances}. */
    @Bean
    Consumer<Message<byte[]>> allowances(Decisions decisions, Clock clock, MeterRegistry meters) {
        return new AllowanceListener(decisions, clock, meters);
    }
}
