package quartier.local.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds a document by its id also when the query asks for more than the id. The superclass uses the index only for
 * queries of exactly its keys and reads the whole collection for a conditional update such as {@code {_id, version}}.
 */
final class IdFirstCollection extends H2Collection {

    IdFirstCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> meta,
            CursorRegistry cursors) {
        super(database, name, options, documents, meta, cursors);
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        String id = idIn(query);
        return id == null
                ? super.matchDocuments(query, orderBy, skip, limit, batchSize, fields)
                : matchDocumentsFromStream(
                        Stream.ofNullable(getDocument(id)), query, orderBy, skip, limit, batchSize, fields);
    }

    /** The one id that a document must have to match, if it is text: those stand under themselves. */
    private static @Nullable String idIn(Document query) {
        if (query.get("_id") instanceof String id) {
            return id;
        }
        if (query.get("$and") instanceof List<?> conditions) {
            for (Object condition : conditions) {
                if (condition instanceof Document document && document.get("_id") instanceof String id) {
                    return id;
                }
            }
        }
        return null;
    }
}
