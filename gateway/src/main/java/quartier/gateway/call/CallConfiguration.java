package quartier.gateway.call;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.apache.hc.core5.util.TimeValue;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class CallConfiguration {

    /** Bodies, cookies and refusals pass as they are, and nothing is tried again: a POST twice is two pledges. */
    @Bean
    ClientHttpRequestFactoryBuilderCustomizer<HttpComponentsClientHttpRequestFactoryBuilder> pool(
            CallProperties calls) {
        return builder -> builder.withHttpClientCustomizer(client -> client.disableAutomaticRetries()
                        .disableContentCompression()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .evictIdleConnections(TimeValue.ofSeconds(20)))
                .withConnectionConfigCustomizer(
                        connection -> connection.setValidateAfterInactivity(TimeValue.ofMilliseconds(500)))
                .withConnectionManagerCustomizer(
                        pool -> pool.setMaxConnTotal(calls.poolTotal()).setMaxConnPerRoute(calls.poolPerService()));
    }

    @Bean
    CircuitBreakerRegistry circuitBreakers(CallProperties calls, MeterRegistry meters) {
        CallProperties.Breaker limits = calls.breaker();
        var registry = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .failureRateThreshold(limits.failurePercent())
                .slidingWindowSize(limits.windowCalls())
                .minimumNumberOfCalls(limits.minimumCalls())
                .waitDurationInOpenState(limits.openFor())
                .permittedNumberOfCallsInHalfOpenState(3)
                .build());
        for (Service service : Service.values()) {
            registry.circuitBreaker(service.segment());
        }
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(registry).bindTo(meters);
        return registry;
    }

    @Bean
    Breakers breakers(CircuitBreakerRegistry registry, CallProperties calls) {
        return new Breakers(registry, calls.breaker().openFor());
    }

    @Bean
    Function<Service, ServiceClient> serviceClients(
            ServiceAddresses addresses, RestClient.Builder http, Breakers breakers, JsonMapper json) {
        return service -> new ServiceClient(
                service, http.clone().baseUrl(addresses.of(service)).build(), breakers, json);
    }

    /** Threads that carry the request's trace. */
    @Bean(destroyMethod = "shutdown")
    ExecutorService partThreads() {
        return ContextExecutorService.wrap(
                Executors.newVirtualThreadPerTaskExecutor(),
                ContextSnapshotFactory.builder().build()::captureAll);
    }

    @Bean
    Parts parts(ExecutorService partThreads, CallProperties calls) {
        return new Parts(partThreads, calls.partTimeout());
    }
}
