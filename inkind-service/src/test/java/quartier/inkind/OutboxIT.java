package quartier.inkind;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import quartier.platform.outbox.OutboundEvents;
import quartier.testing.QuartierIT;
import quartier.testing.TestEvents;
import quartier.testing.TestHttp;

/** What a crash leaves behind between the commit and the publication. */
@QuartierIT
class OutboxIT {

    @Autowired
    TestHttp http;

    @Autowired
    TestEvents events;

    @Autowired
    MongoDatabase database;

    @Autowired
    OutboundEvents outbound;

    @Test
    void publishesWhatWasCommittedThoughNobodyAnnouncedIt() {
        String need = new Projects(events, http).launchedWithNeed(2);
        var left = outbound.event(
                "quartier.inkind.needs",
                "quartier.need.filled.v1",
                need,
                9,
                Instant.parse("2026-11-02T10:00:00Z"),
                Map.of("need", need, "project", "p", "kind", "labour", "title", "Repeindre"));

        database.getCollection("needs").updateOne(eq("_id", need), Updates.push("outbox", left.toDocument()));

        var published = events.awaitOn("quartier.inkind.needs", "quartier.need.filled.v1", need);
        assertThat(published.attributes()).containsEntry("id", left.id());
    }
}
