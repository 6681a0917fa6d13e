package quartier.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** The beans of {@link QuartierIT}. */
@TestConfiguration(proxyBeanMethods = false)
public class QuartierTestConfiguration {

    @Bean
    DynamicPropertyRegistrar servers(TestTokens tokens) {
        return properties -> {
            properties.add("spring.mongodb.uri", TestServers::mongodb);
            properties.add("spring.kafka.bootstrap-servers", TestServers::kafka);
            properties.add("spring.cloud.stream.kafka.binder.brokers", TestServers::kafka);
            properties.add("management.server.port", () -> "0");
            properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", tokens::issuer);
            properties.add("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", tokens::jwks);
        };
    }

    @Bean(destroyMethod = "close")
    static TestTokens testTokens() {
        return new TestTokens();
    }

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    TestHttp testHttp(Environment environment) {
        return new TestHttp(() -> "http://localhost:" + environment.getRequiredProperty("local.server.port"));
    }

    @Bean(destroyMethod = "close")
    TestEvents testEvents() {
        return new TestEvents(TestServers.kafka());
    }
}
