package quartier.local.store;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;

/**
 * The document store of the local default: speaks MongoDB's protocol, standalone, without transactions, and keeps what
 * it has acknowledged when its process is killed. Real MongoDB takes its place by address.
 */
public final class DocumentStore implements AutoCloseable {

    /** What an acknowledged write survives. */
    public enum Durability {
        /** The end of this process, however violent: the operating system has the bytes. */
        PROCESS_KILL,
        /** The end of the machine too: the disk has the bytes. Each commit costs an fsync. */
        POWER_LOSS
    }

    /**
     * A thread serves several connections, and each connection keeps its own. A write blocks its thread until the commit, so there
     * must be about as many as writers that shall share one.
     */
    private static final int SERVING_THREADS = 16;

    private static final int CACHE_MEGABYTES = 32;

    private final MongoServer server;
    private final int port;

    /** In memory, on a free port: for tests. */
    public DocumentStore() {
        this(MVStore.open(null), 0, Durability.PROCESS_KILL);
    }

    /** In a file, which is created with its folder where it is missing. Port 0 takes a free one. */
    public DocumentStore(Path file, int port) {
        this(file, port, Durability.PROCESS_KILL);
    }

    public DocumentStore(Path file, int port, Durability durability) {
        Compaction.whereWorthwhile(file);
        this(open(file), port, durability);
    }

    private DocumentStore(MVStore store, int port, Durability durability) {
        // No reader holds an old version across commits, so none is kept: the file stays half as large under load.
        store.setRetentionTime(0);
        store.setVersionsToKeep(0);
        server = new MongoServer(new DurableBackend(store, durability));
        server.bind(new InetSocketAddress("localhost", port), 1, SERVING_THREADS);
        this.port = server.getLocalAddress().getPort();
    }

    public int port() {
        return port;
    }

    /** {@code mongodb://localhost:<port>}. */
    public String uri() {
        return "mongodb://localhost:" + port;
    }

    /** Closes all connections, then the file; it is compacted when it is opened again. */
    @Override
    public void close() {
        server.shutdownNow();
    }

    static MVStore open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        // Commits happen only where DurableBackend asks for them: one of H2's own could keep half a write.
        return new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .cacheSize(CACHE_MEGABYTES)
                .open();
    }
}
