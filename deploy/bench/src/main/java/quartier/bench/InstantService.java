package quartier.bench;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import quartier.pledge.PledgeServiceApplication;
import quartier.pledge.payment.PaymentProvider;
import quartier.pledge.payment.PaymentResult;
import quartier.pledge.payment.Slice;
import quartier.pledge.payment.StartPayment;

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
        PaymentProvider rawProvider() {
            return (PaymentProvider) Proxy.newProxyInstance(
                    InstantService.class.getClassLoader(),
                    new Class<?>[] {PaymentProvider.class},
                    (provider, method, arguments) -> answer(method.getName(), arguments));
        }

        private static Object answer(String method, Object... arguments) {
            return switch (method) {
                case "name" -> "instant";
                case "start" ->
                    new PaymentResult.Captured(((StartPayment) arguments[0]).amount(), 0, null, Instant.now());
                case "eventsSince", "statement" -> new Slice<>(List.of(), null);
                default -> throw new UnsupportedOperationException(method);
            };
        }
    }
}
