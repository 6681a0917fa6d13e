package quartier.pledge.payment.web;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

    @Bean
    HeardEvents heardEvents(MongoDatabase database) {
        return new HeardEvents(database);
    }
}
