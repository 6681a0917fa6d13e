package quartier.pledge.escrow.journal;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.bson.Document;

/** The same, as a database has them. */
final class MongoDocuments implements JournalDocuments {

    /** The local store fills an answer to the count that is asked for, and drivers refuse one of 48 MB. */
    private static final int KEYS_AT_ONCE = 10_000;

    private final MongoCollection<BsonDocument> pages;
    private final MongoCollection<Document> escrows;
    private final MongoCollection<Document> pledges;

    MongoDocuments(MongoDatabase database) {
        this.pages = database.getCollection(MongoPages.COLLECTION, BsonDocument.class);
        this.escrows = database.getCollection(ProjectionStore.ESCROWS);
        this.pledges = database.getCollection(ProjectionStore.PLEDGES);
    }

    @Override
    public void forEachPage(BiConsumer<String, Long> tell) {
        pages.find().projection(include("_id")).batchSize(KEYS_AT_ONCE).forEach(page -> {
            BsonDocument id = page.getDocument("_id");
            tell.accept(id.getString("campaign").getValue(), id.getInt64("n").getValue());
        });
    }

    /** A campaign has a document before it has a page. */
    @Override
    public void forEachCampaign(Consumer<String> campaign) {
        escrows.find()
                .projection(include("_id"))
                .batchSize(KEYS_AT_ONCE)
                .forEach(document -> campaign.accept(document.getString("_id")));
    }

    @Override
    public List<BsonDocument> pages(List<BsonDocument> ids) {
        return pages.find(in("_id", ids)).into(new ArrayList<>());
    }

    @Override
    public Optional<Document> escrow(String campaign) {
        return Optional.ofNullable(escrows.find(eq("_id", campaign)).first());
    }

    @Override
    public List<Document> pledges(Collection<String> ids) {
        return pledges.find(in("_id", ids)).into(new ArrayList<>());
    }

    @Override
    public long countPledges() {
        return pledges.countDocuments();
    }
}
