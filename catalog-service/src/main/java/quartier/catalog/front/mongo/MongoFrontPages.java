package quartier.catalog.front.mongo;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import quartier.catalog.front.Feature;
import quartier.catalog.front.FrontPage;
import quartier.catalog.front.FrontPages;
import quartier.catalog.front.Period;
import quartier.catalog.front.Pick;
import quartier.platform.outbox.OutboundEvent;
import quartier.platform.outbox.OutboundEvents;
import quartier.platform.outbox.OutboxRelay;
import quartier.platform.store.AggregateCollection;
import quartier.platform.store.DocumentMapper;

/** One document for each territory that has a front page; its version is the store's. */
@Component
final class MongoFrontPages implements FrontPages {

    private static final String FRONT_PAGES = "quartier.catalog.frontpages";

    /** The whole front page, with what is to come: the last event of each is enough. */
    record FrontPageFact(String territory, List<String> territoryPath, List<ThemeFact> themes, List<PickFact> picks) {}

    record ThemeFact(String theme, String text, @Nullable String textEn, Instant from, Instant until) {}

    record PickFact(String project, String text, @Nullable String textEn, Instant from, Instant until) {}

    private final AggregateCollection aggregates;
    private final DocumentMapper mapper;
    private final OutboundEvents events;
    private final Clock clock;

    MongoFrontPages(
            MongoDatabase database, OutboxRelay relay, DocumentMapper mapper, OutboundEvents events, Clock clock) {
        this.aggregates = new AggregateCollection(database.getCollection("front-pages"), relay);
        this.mapper = mapper;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Optional<FrontPage> find(String territory) {
        return aggregates.find(territory).map(stored -> mapper.fromDocument(stored.state(), FrontPage.class));
    }

    @Override
    public boolean save(FrontPage page, long expectedVersion) {
        var document = mapper.toDocument(page);
        List<OutboundEvent> told = List.of(changed(page));
        return expectedVersion == 0
                ? aggregates.insert(page.territory(), document, told)
                : aggregates.replace(page.territory(), expectedVersion, document, told);
    }

    private OutboundEvent changed(FrontPage page) {
        return events.event(
                FRONT_PAGES,
                "quartier.front-page.changed.v1",
                page.territory(),
                page.version(),
                clock.instant(),
                new FrontPageFact(
                        page.territory(),
                        page.territoryPath(),
                        page.themes().stream().map(MongoFrontPages::theme).toList(),
                        page.picks().stream().map(MongoFrontPages::pick).toList()));
    }

    private static ThemeFact theme(Feature feature) {
        Period period = feature.period();
        return new ThemeFact(feature.theme(), feature.text(), feature.textEn(), period.from(), period.until());
    }

    private static PickFact pick(Pick pick) {
        Period period = pick.period();
        return new PickFact(pick.project(), pick.text(), pick.textEn(), period.from(), period.until());
    }
}
