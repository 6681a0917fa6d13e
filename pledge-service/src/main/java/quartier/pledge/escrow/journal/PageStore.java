package quartier.pledge.escrow.journal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;

/** Where pages are kept, by their keys {@code {campaign, n}}. Every method may throw a {@code MongoException}. */
public interface PageStore {

    /**
     * Inserts pages, journaled and acknowledged by a majority, each on its own: when this throws, some may stand and
     * some may not. A page whose key is taken never replaces the one that stands.
     */
    void insert(List<BsonDocument> pages);

    /** The hashes of those of these pages that stand. */
    Map<BsonDocument, String> hashes(List<BsonDocument> ids);

    /** Those of these pages that stand, in any order. */
    List<BsonDocument> read(List<BsonDocument> ids);

    /** Of these pages, by campaign, the campaigns whose page stands. */
    Set<String> existing(Map<String, Long> wanted);
}
