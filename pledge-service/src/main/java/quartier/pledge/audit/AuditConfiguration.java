package quartier.pledge.audit;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditProperties.class)
class AuditConfiguration {

    @Bean
    AuditMetrics auditMetrics(MeterRegistry meters) {
        return new AuditMetrics(Clock.systemUTC(), meters);
    }

    @Bean
    Audits audits(MongoDatabase database, AuditMetrics metrics) {
        return new Audits(database, Clock.systemUTC(), metrics);
    }

    @Bean
    AuditJob auditJob(Audits audits, AuditMetrics metrics, AuditProperties properties) {
        return new AuditJob(audits, metrics, properties, Clock.systemUTC());
    }
}
