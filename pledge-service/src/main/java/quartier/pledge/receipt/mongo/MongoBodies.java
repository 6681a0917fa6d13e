package quartier.pledge.receipt.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import quartier.platform.store.DocumentMapper;
import quartier.pledge.receipt.Bodies;
import quartier.pledge.receipt.Body;

/** The collections {@code receipt-bodies} and {@code beneficiaries}: for each campaign the body that its money is for. */
final class MongoBodies implements Bodies {

    private final MongoCollection<Document> bodies;
    private final MongoCollection<Document> beneficiaries;
    private final DocumentMapper mapper;

    MongoBodies(MongoDatabase database, DocumentMapper mapper) {
        this.bodies = database.getCollection("receipt-bodies");
        this.beneficiaries = database.getCollection("beneficiaries");
        this.mapper = mapper;
    }

    @Override
    public Optional<Body> find(String id) {
        return Optional.ofNullable(bodies.find(eq("_id", id)).first()).map(this::read);
    }

    @Override
    public List<Body> all() {
        return bodies.find().sort(Sorts.ascending("_id")).map(this::read).into(new ArrayList<>());
    }

    @Override
    public boolean store(Body body) {
        Document document = mapper.toDocument(body);
        document.remove("id");
        document.put("_id", body.id());
        if (body.version() > 1) {
            return bodies.replaceOne(and(eq("_id", body.id()), eq("version", body.version() - 1)), document)
                            .getMatchedCount()
                    == 1;
        }
        return inserted(bodies, document);
    }

    private Body read(Document document) {
        document.put("id", document.remove("_id"));
        return mapper.fromDocument(document, Body.class);
    }

    @Override
    public Optional<Body> ofCampaign(String campaign) {
        return beneficiary(campaign).flatMap(this::find);
    }

    @Override
    public boolean assign(String campaign, String body) {
        return inserted(beneficiaries, new Document("_id", campaign).append("body", body))
                || beneficiary(campaign).filter(body::equals).isPresent();
    }

    private Optional<String> beneficiary(String campaign) {
        return Optional.ofNullable(beneficiaries.find(eq("_id", campaign)).first())
                .map(found -> found.getString("body"));
    }

    private static boolean inserted(MongoCollection<Document> collection, Document document) {
        try {
            collection.insertOne(document);
            return true;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw refused;
        }
    }
}
