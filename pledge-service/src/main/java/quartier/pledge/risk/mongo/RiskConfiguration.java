package quartier.pledge.risk.mongo;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import quartier.pledge.risk.Attempts;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RiskProperties.class)
class RiskConfiguration {

    @Bean
    MongoTallies tallies(MongoDatabase database, RiskProperties properties) {
        return new MongoTallies(database, properties);
    }

    @Bean
    Attempts attempts(RiskProperties properties, MongoTallies tallies) {
        return new Attempts(properties.rules(), tallies);
    }

    @Bean
    TallySweep tallySweep(MongoTallies tallies, Clock clock, RiskProperties properties) {
        return new TallySweep(tallies, clock, properties.sweepEvery());
    }
}
