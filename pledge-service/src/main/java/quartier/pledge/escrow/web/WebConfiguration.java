package quartier.pledge.escrow.web;

import com.mongodb.client.MongoDatabase;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import quartier.pledge.escrow.Escrows;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OfflineProperties.class)
class WebConfiguration {

    @Bean
    ReviewQueue reviewQueue(MongoDatabase database, Escrows escrows) {
        return new ReviewQueue(database, escrows);
    }
}
