package quartier.pledge.backer;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BackerConfiguration {

    @Bean
    BackerNames backerNames(MongoDatabase database) {
        return new BackerNames(database);
    }
}
