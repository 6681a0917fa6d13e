package quartier.local.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * Copies what lives into a new file, before the store opens it. Many small commits leave chunks of which a few entries
 * live, so that the file grows to many times its content; H2 rewrites them only from a background thread that would
 * commit on its own.
 */
final class Compaction {

    private static final long WORTHWHILE_BYTES = 32L << 20;
    private static final int WORTHWHILE_LIVE_PERCENT = 50;

    private Compaction() {}

    static void whereWorthwhile(Path file) {
        try {
            if (Files.exists(file)
                    && Files.size(file) >= WORTHWHILE_BYTES
                    && livePercent(file) < WORTHWHILE_LIVE_PERCENT) {
                of(file);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A crash on the way leaves the old file as it was. */
    static void of(Path file) {
        Path copy = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(copy);
            try (MVStore source = DocumentStore.open(file);
                    MVStore target = DocumentStore.open(copy)) {
                for (String name : source.getMapNames()) {
                    if (name.startsWith(BsonDatabase.DOCUMENTS)) {
                        copy(
                                source.openMap(name, BsonDatabase.documents()),
                                target.openMap(name, BsonDatabase.documents()));
                    } else if (name.contains(BsonDatabase.INDEX)) {
                        copy(source.openMap(name, BsonDatabase.index()), target.openMap(name, BsonDatabase.index()));
                    } else {
                        copy(source.<Object, Object>openMap(name), target.<Object, Object>openMap(name));
                    }
                }
            }
            Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static int livePercent(Path file) {
        try (MVStore store = DocumentStore.open(file)) {
            return store.getFileStore().getChunksFillRate();
        }
    }

    private static <K, V> void copy(MVMap<K, V> from, MVMap<K, V> to) {
        from.cursor(null).forEachRemaining(key -> to.append(key, from.get(key)));
    }
}
