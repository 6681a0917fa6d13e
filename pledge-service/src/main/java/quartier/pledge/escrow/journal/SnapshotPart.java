package quartier.pledge.escrow.journal;

import java.util.Map;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** One part of a map that a snapshot cut: read when something asks for it, or for one of its group. */
final class SnapshotPart<V> implements Supplier<Map<String, V>> {

    private final String id;
    private final Class<V> type;
    private final SnapshotGroup group;
    private volatile @Nullable BsonDocument document;
    private volatile boolean given;

    SnapshotPart(String id, Class<V> type, SnapshotGroup group) {
        this.id = id;
        this.type = type;
        this.group = group;
    }

    String id() {
        return id;
    }

    boolean isUnread() {
        return !given && document == null;
    }

    void read(BsonDocument found) {
        document = found;
    }

    /** Keeps nothing: who asks does. Two who ask at once may both read it. */
    @Override
    public Map<String, V> get() {
        BsonDocument known = document;
        Map<String, V> entries = SnapshotMaps.entries(known == null ? group.read(this) : known, type);
        given = true;
        document = null;
        return entries;
    }
}
