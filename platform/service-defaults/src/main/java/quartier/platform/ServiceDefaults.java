package quartier.platform;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventSerializer;
import io.micrometer.tracing.Tracer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import quartier.platform.clock.SandboxClock;
import quartier.platform.clock.SandboxProperties;
import quartier.platform.contract.ContractController;
import quartier.platform.messaging.TopicCreation;
import quartier.platform.outbox.EventSender;
import quartier.platform.outbox.OutboundEvents;
import quartier.platform.security.ServiceSecurity;
import quartier.platform.store.DocumentMapper;
import quartier.platform.web.BodyLimitFilter;
import quartier.platform.web.ProblemAdvice;
import quartier.platform.web.ProblemDocuments;
import quartier.platform.web.ProblemErrorController;
import quartier.platform.web.SecurityProblems;
import tools.jackson.databind.json.JsonMapper;

/** What every service has, and nothing that knows what Quartier is about. */
// Before it, so that it finds our error controller and does not add its own.
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
@EnableConfigurationProperties({SandboxProperties.class, ServiceProperties.class})
@Import({ServiceSecurity.class, ProblemAdvice.class, ProblemErrorController.class, ContractController.class})
public class ServiceDefaults {

    @Bean
    @ConditionalOnMissingBean
    Clock clock(SandboxProperties sandbox) {
        Path file = sandbox.clockFile();
        return sandbox.enabled() && file != null ? new SandboxClock(file) : Clock.systemUTC();
    }

    @Bean
    MongoDatabase database(MongoClient client, ServiceProperties service) {
        return client.getDatabase(service.database());
    }

    @Bean
    DocumentMapper documentMapper() {
        return new DocumentMapper();
    }

    @Bean
    OutboundEvents outboundEvents(JsonMapper json, Tracer tracer) {
        return new OutboundEvents(json, tracer);
    }

    /** Serialisers are set here and not in the configuration, because the binder's dead letters share the latter. */
    @Bean
    KafkaTemplate<String, CloudEvent> cloudEvents(KafkaProperties properties) {
        Map<String, Object> producer = properties.buildProducerProperties();
        producer.remove(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG);
        producer.remove(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG);
        return new KafkaTemplate<>(
                new DefaultKafkaProducerFactory<>(producer, new StringSerializer(), new CloudEventSerializer()));
    }

    @Bean
    TopicCreation topicCreation(KafkaAdmin admin) {
        return new TopicCreation(admin);
    }

    @Bean
    EventSender eventSender(KafkaTemplate<String, CloudEvent> kafka, ServiceProperties service) {
        return new EventSender(kafka, service.name());
    }

    @Bean
    ProblemDocuments problemDocuments(MessageSource messages) {
        return new ProblemDocuments(messages);
    }

    @Bean
    SecurityProblems securityProblems(ProblemDocuments documents, JsonMapper json) {
        return new SecurityProblems(documents, json);
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimit(
            ServiceProperties service, @Qualifier("securityProblems") SecurityProblems problems) {
        var registration = new FilterRegistrationBean<>(new BodyLimitFilter(service.maxBody(), problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return registration;
    }
}
