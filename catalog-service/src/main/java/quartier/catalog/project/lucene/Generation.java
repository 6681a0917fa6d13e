package quartier.catalog.project.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.jspecify.annotations.Nullable;
import quartier.catalog.project.Project;

/** One making of the index, in a folder of its own that goes with it. */
final class Generation implements AutoCloseable {

    private static final double BUFFER_MEGABYTES = 48;

    /** One reading of an index that may be closed afterwards. */
    interface Reading<R> {
        R read(ProjectSearcher searcher) throws IOException;
    }

    private final Path folder;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Map<String, Long> versions = new ConcurrentHashMap<>();
    private volatile boolean changed;

    Generation() {
        try {
            this.folder = Files.createTempDirectory("quartier-index");
            this.directory = new MMapDirectory(folder);
            this.writer = new IndexWriter(
                    directory,
                    new IndexWriterConfig(Analysis.of(ProjectDocument.TITLE, ProjectDocument.TEXT))
                            .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                            .setIndexSort(Asked.NEWEST_FIRST));
            this.searchers = new SearcherManager(writer, new SearcherFactory() {
                @Override
                public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader before) {
                    return new ProjectSearcher(reader);
                }
            });
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }

    /** Unless this version or a newer one is there. */
    void put(Project project) {
        versions.compute(project.id(), (id, known) -> {
            if (known != null && known >= project.version()) {
                return known;
            }
            write(id, ProjectDocument.of(project), known != null);
            return project.version();
        });
    }

    private void write(String id, Document document, boolean again) {
        try {
            if (again) {
                writer.updateDocument(new Term(ProjectDocument.ID, id), document);
            } else {
                writer.addDocument(document);
            }
            changed = true;
        } catch (IOException fullDisk) {
            throw new UncheckedIOException(fullDisk);
        }
    }

    /** Sees all that was put before, save what another reader is opening at this moment. */
    <R> R read(Reading<R> reading) {
        try {
            if (changed) {
                changed = false;
                searchers.maybeRefresh();
            }
            IndexSearcher searcher = searchers.acquire();
            try {
                return reading.read((ProjectSearcher) searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        try {
            searchers.close();
            writer.rollback();
            directory.close();
            try (Stream<Path> files = Files.walk(folder)) {
                List<Path> deepestFirst =
                        files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : deepestFirst) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException stillUsed) {
            throw new UncheckedIOException(stillUsed);
        }
    }
}
