package quartier.catalog.project.lucene;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import quartier.catalog.project.Project;
import quartier.catalog.project.ProjectIndex;

/**
 * This replica's index. A new one is made beside the present one, which answers until the other is whole; what changes
 * meanwhile goes into both.
 */
@Component
final class LuceneIndex implements ProjectIndex {

    private static final int AT_ONCE = 512;

    private final Clock clock;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private Generation present = new Generation();
    private @Nullable Generation next;
    private Instant builtAt = Instant.EPOCH;

    LuceneIndex(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void put(Project project) {
        if (!project.isPublic()) {
            return;
        }
        lock.readLock().lock();
        try {
            present.put(project);
            if (next != null) {
                next.put(project);
            }
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public synchronized void rebuild(Consumer<Consumer<Project>> all) {
        Generation made = new Generation();
        replace(present, made);
        boolean whole = false;
        try {
            List<Project> read = new ArrayList<>(AT_ONCE);
            all.accept(project -> {
                if (project.isPublic()) {
                    read.add(project);
                }
                if (read.size() == AT_ONCE) {
                    putAll(made, read);
                }
            });
            putAll(made, read);
            whole = true;
        } finally {
            if (whole) {
                replace(made, null).close();
            } else {
                replace(present, null);
                made.close();
            }
        }
    }

    /** By all processors: most of the time goes into taking texts apart. */
    private static void putAll(Generation made, List<Project> read) {
        read.parallelStream().forEach(made::put);
        read.clear();
    }

    /** The one that answered until now. */
    private Generation replace(Generation answering, @Nullable Generation making) {
        lock.writeLock().lock();
        try {
            Generation before = present;
            present = answering;
            next = making;
            builtAt = making == null ? clock.instant() : builtAt;
            return before;
        } finally {
            lock.writeLock().unlock();
        }
    }

    <R> R read(Generation.Reading<R> reading) {
        lock.readLock().lock();
        try {
            return present.read(reading);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public Contents contents() {
        Map<String, String> prints = new TreeMap<>();
        read(searcher -> {
            collect(searcher, prints);
            return prints;
        });
        MessageDigest digest = sha256();
        prints.forEach((id, print) -> digest.update((id + " " + print + "\n").getBytes(StandardCharsets.UTF_8)));
        return new Contents(prints.size(), HexFormat.of().formatHex(digest.digest()), builtAt);
    }

    private static void collect(IndexSearcher searcher, Map<String, String> prints) throws IOException {
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            StoredFields stored = leaf.reader().storedFields();
            var live = leaf.reader().getLiveDocs();
            for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
                if (live == null || live.get(doc)) {
                    Document document = stored.document(doc);
                    BytesRef print = Objects.requireNonNull(document.getBinaryValue(ProjectDocument.PRINT));
                    String version = Objects.requireNonNull(document.getField(ProjectDocument.VERSION))
                            .stringValue();
                    String hex = HexFormat.of().formatHex(print.bytes, print.offset, print.offset + print.length);
                    prints.put(Objects.requireNonNull(document.get(ProjectDocument.ID)), version + " " + hex);
                }
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @PreDestroy
    void close() {
        present.close();
    }
}
