package quartier.catalog.contest.mongo;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import quartier.catalog.contest.Application;
import quartier.catalog.contest.Ballot;
import quartier.catalog.contest.Begun;
import quartier.catalog.contest.Jury;
import quartier.catalog.contest.Kept;
import quartier.catalog.contest.OfACall;
import quartier.catalog.contest.Result;
import quartier.catalog.contest.Sheet;
import quartier.platform.outbox.OutboxRelay;
import quartier.platform.store.DocumentMapper;

/** A collection for each kind of thing. Phases and a result are told: answers, scores and votes are nobody else's. */
@Configuration(proxyBeanMethods = false)
class ContestStore {

    private final MongoDatabase database;
    private final OutboxRelay relay;
    private final DocumentMapper mapper;

    ContestStore(MongoDatabase database, OutboxRelay relay, DocumentMapper mapper) {
        this.database = database;
        this.relay = relay;
        this.mapper = mapper;
    }

    @Bean
    Kept<Application> applications() {
        return silent("applications", Application.class);
    }

    @Bean
    Kept<Jury> juries() {
        return silent("juries", Jury.class);
    }

    @Bean
    Kept<Sheet> sheets() {
        return silent("sheets", Sheet.class);
    }

    @Bean
    Kept<Ballot> ballots() {
        return silent("ballots", Ballot.class);
    }

    @Bean
    Kept<Result> results(ResultOutbox outbox) {
        return new MongoKept<>(
                database.getCollection("results"),
                relay,
                mapper,
                Result.class,
                result -> List.of(outbox.published(result)));
    }

    @Bean
    Kept<Begun> begun(PhaseOutbox outbox) {
        return new MongoKept<>(
                database.getCollection("phases"), relay, mapper, Begun.class, begun -> List.of(outbox.began(begun)));
    }

    private <T extends OfACall> Kept<T> silent(String collection, Class<T> type) {
        return new MongoKept<>(database.getCollection(collection), relay, mapper, type, first -> List.of());
    }
}
