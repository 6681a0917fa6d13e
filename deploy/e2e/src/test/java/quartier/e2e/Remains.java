package quartier.e2e;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.bson.Document;
import quartier.pledge.escrow.Event;
import quartier.pledge.escrow.journal.StoredJournal;

/** What stands in the store, whether or not the process that wrote it lives. */
final class Remains implements AutoCloseable {

    private final MongoClient store;

    Remains(RunningSystem system) {
        store = MongoClients.create(system.storeAddress());
    }

    /** The payments that the campaign's journal says were given back, once for each time that it says so. */
    List<String> refundsInJournal(Campaign campaign) {
        var journal = new StoredJournal(store.getDatabase("pledge-service"));
        long last = Objects.requireNonNull(journal.extents().get(campaign.id())).last();
        List<Long> pages = LongStream.rangeClosed(1, last).boxed().toList();
        return journal.read(campaign.id(), pages).stream()
                .flatMap(page -> page.page().entries().stream())
                .flatMap(entry -> entry.events().stream())
                .filter(Event.Refunded.class::isInstance)
                .map(event -> ((Event.Refunded) event).money().payment())
                .toList();
    }

    /** The payments that the sandbox's bank gave back, once for each time that it did. */
    List<String> refundsAtProvider(Campaign campaign) {
        List<String> refunded = new ArrayList<>();
        var payments = store.getDatabase("sandbox-psp").getCollection("payments");
        for (Document payment : payments.find(eq("campaign", campaign.id()))) {
            payment.getList("refunds", Document.class).stream()
                    .filter(attempt -> !attempt.containsKey("failure"))
                    .forEach(attempt -> refunded.add(payment.getString("_id")));
        }
        return refunded;
    }

    @Override
    public void close() {
        store.close();
    }
}
