package quartier.catalog.project.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;

/** Searches the index as it was at one moment, and keeps what counting by a field needs to know of all segments. */
final class ProjectSearcher extends IndexSearcher {

    private final Map<String, StringDocValuesReaderState> states = new ConcurrentHashMap<>();

    ProjectSearcher(IndexReader reader) {
        super(reader);
    }

    StringDocValuesReaderState state(String field) {
        return states.computeIfAbsent(field, this::newState);
    }

    private StringDocValuesReaderState newState(String field) {
        try {
            return new StringDocValuesReaderState(getIndexReader(), field);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
