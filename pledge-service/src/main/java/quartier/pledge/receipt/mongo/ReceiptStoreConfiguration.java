package quartier.pledge.receipt.mongo;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import quartier.platform.store.DocumentMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EraserProperties.class)
class ReceiptStoreConfiguration {

    @Bean
    Papers receiptPapers(MongoDatabase database) {
        return new Papers(database);
    }

    @Bean
    MongoTaxReceipts taxReceipts(MongoDatabase database, Papers papers) {
        return new MongoTaxReceipts(database, papers);
    }

    @Bean
    MongoBodies receiptBodies(MongoDatabase database, DocumentMapper mapper) {
        return new MongoBodies(database, mapper);
    }

    @Bean
    MongoIdentities receiptIdentities(MongoDatabase database, DocumentMapper mapper) {
        return new MongoIdentities(database, mapper);
    }

    @Bean
    Eraser receiptEraser(
            Papers papers, MongoIdentities identities, Clock clock, EraserProperties properties, MeterRegistry meters) {
        return new Eraser(papers, identities, clock, properties.eraseEvery(), meters);
    }
}
