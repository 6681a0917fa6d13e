package quartier.notification;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

@TestConfiguration(proxyBeanMethods = false)
class MailServerConfiguration {

    @Bean(destroyMethod = "stop")
    static MailServer mailServer() {
        return new MailServer();
    }

    @Bean
    static DynamicPropertyRegistrar smtp(MailServer server) {
        return properties -> {
            properties.add("spring.mail.port", server::port);
            properties.add("quartier.notification.public-url", () -> "https://quartier.example");
            properties.add("quartier.notification.mail.first-retry", () -> "100ms");
            properties.add("quartier.notification.mail.longest-retry", () -> "200ms");
            properties.add("quartier.notification.mail.round-every", () -> "100ms");
        };
    }
}
