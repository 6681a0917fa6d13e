package quartier.local.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** Keeps documents and keys in the file as BSON, which is smaller than serialized objects and quicker to compare. */
final class BsonDatabase extends H2Database {

    /** How the names of the maps with documents begin. */
    static final String DOCUMENTS = "databases.";

    /** What the names of the maps with indexes contain: the superclass drops them by it. */
    static final String INDEX = "._index_";

    private final MVStore store;

    BsonDatabase(String name, MVStore store, CursorRegistry cursors) {
        this.store = store; // before the superclass opens the collections
        super(name, store, cursors);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String collectionName, CollectionOptions options) {
        String namespace = getDatabaseName() + "." + collectionName;
        MVMap<Object, Document> documents = store.openMap(DOCUMENTS + namespace, documents());
        MVMap<String, Object> meta = store.openMap("meta." + namespace);
        return new IdFirstCollection(this, collectionName, options, documents, meta, cursorRegistry);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
        String name = getDatabaseName() + "." + collectionName + INDEX + indexName;
        return new StoredUniqueIndex(store.openMap(name, index()), indexName, keys, sparse);
    }

    static MVMap.Builder<Object, Document> documents() {
        return new MVMap.Builder<Object, Document>().keyType(new KeyType()).valueType(new BsonType());
    }

    static MVMap.Builder<Object, Object> index() {
        return new MVMap.Builder<Object, Object>().keyType(new KeyType()).valueType(new KeyType());
    }
}
