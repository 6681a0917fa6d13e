package quartier.local.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds a document by its id also when the query asks for more than the id, and documents by a list of ids. The
 * superclass uses the index only for queries of exactly its keys, reads the whole collection for a conditional update
 * such as {@code {_id, version}}, and compares each document that it has found with each id of a list.
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
    protected QueryResult queryDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        List<String> ids = idsOf(query);
        if (ids == null) {
            return super.queryDocuments(query, orderBy, skip, limit, batchSize, fields);
        }
        Stream<Document> found =
                ids.stream().distinct().sorted().map(this::getDocument).filter(Objects::nonNull);
        return matchDocumentsFromStream(found, new Document(), orderBy, skip, limit, batchSize, fields);
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

    /** The ids of a query for nothing but documents of a list, if they are all text. */
    private static @Nullable List<String> idsOf(Document query) {
        if (query.size() == 1
                && query.get("_id") instanceof Document condition
                && condition.size() == 1
                && condition.get("$in") instanceof Collection<?> ids
                && ids.stream().allMatch(String.class::isInstance)) {
            return ids.stream().map(String.class::cast).toList();
        }
        return null;
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
