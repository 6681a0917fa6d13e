package quartier.catalog.delivery.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static quartier.catalog.delivery.mongo.MongoRewardNews.UNTOLD;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import quartier.catalog.delivery.Parcel;
import quartier.catalog.delivery.Parcel.State;
import quartier.catalog.delivery.Parcels;
import quartier.platform.store.DocumentMapper;

/** One document for each pledge with a reward. What was heard of it and what was done with it are set apart. */
@Component
final class MongoParcels implements Parcels {

    private final MongoCollection<Document> collection;
    private final DocumentMapper mapper;

    MongoParcels(MongoDatabase database, DocumentMapper mapper) {
        this.collection = database.getCollection("parcels");
        this.mapper = mapper;
        collection.createIndex(Indexes.ascending("project", "tier"));
        collection.createIndex(Indexes.ascending("backer"));
    }

    @Override
    public boolean hear(
            String pledge, String project, String backer, @Nullable String tier, boolean due, long sequence) {
        try {
            var result = collection.updateOne(
                    and(eq("_id", pledge), lt("sequence", sequence)),
                    combine(
                            set("project", project),
                            set("backer", backer),
                            set("tier", tier),
                            set("due", due),
                            set("sequence", sequence),
                            setOnInsert("pledge", pledge),
                            setOnInsert("state", State.AWAITED.name()),
                            setOnInsert("detailed", false)),
                    new UpdateOptions().upsert(true));
            return result.getMatchedCount() == 1 || result.getUpsertedId() != null;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false; // it is there, and not older
            }
            throw refused;
        }
    }

    @Override
    public Optional<Parcel> find(String pledge) {
        return Optional.ofNullable(collection.find(eq("_id", pledge)).first()).map(this::parcel);
    }

    @Override
    public List<Parcel> ofProject(String project) {
        return some(eq("project", project));
    }

    @Override
    public List<Parcel> ofBacker(String memberId) {
        return some(eq("backer", memberId));
    }

    @Override
    public boolean move(String pledge, String project, Set<State> from, State to, Instant at) {
        Bson filter = and(
                eq("_id", pledge),
                eq("project", project),
                eq("due", true),
                exists("tier"),
                in("state", from.stream().map(State::name).toList()));
        String moment = to.name().toLowerCase(Locale.ROOT) + "At";
        Bson step = combine(set("state", to.name()), set(moment, Date.from(at)));
        return collection
                        // Its backer knows of the reception.
                        .updateOne(filter, to == State.RECEIVED ? step : combine(step, set(UNTOLD, project)))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public void detailed(String pledge, boolean detailed) {
        collection.updateOne(eq("_id", pledge), set("detailed", detailed));
    }

    private List<Parcel> some(Bson filter) {
        return collection
                .find(filter)
                .sort(ascending("tier", "_id"))
                .limit(MOST)
                .map(this::parcel)
                .into(new ArrayList<>());
    }

    private Parcel parcel(Document document) {
        return mapper.fromDocument(document, Parcel.class);
    }
}
