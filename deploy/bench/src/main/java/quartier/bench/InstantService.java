package quartier.bench;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import quartier.pledge.PledgeServiceApplication;
import quartier.pledge.payment.PaymentProvider;

/**
 * The pledge-service as it is, but for its provider, who is far away in production and has books of its own: this one
 * takes every payment at once, so that what is measured is the service.
 */
public final class InstantService {

    private InstantService() {}

    public static void main(String[] arguments) {
        new SpringApplication(PledgeServiceApplication.class, Provider.class).run(arguments);
    }

    @Configuration(proxyBeanMethods = false)
    static class Provider {

        @Bean(name = "rawProvider", defaultCandidate = false)
        PaymentProvider rawProvider(Clock clock) {
            return new InstantProvider(clock);
        }
    }
}
