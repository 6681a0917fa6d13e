package quartier.pledge.escrow.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.bson.BsonDocument;

/**
 * Some parts that are read at once: whoever is asked for one key is asked for others before long, and an answer of
 * sixteen parts comes hardly later than of one.
 */
final class SnapshotGroup {

    static final int SIZE = 16;

    private final Function<List<String>, List<BsonDocument>> store;
    private final List<SnapshotPart<?>> parts = new ArrayList<>();

    /** @param store gives all parts that it is asked for, or throws what the escrow's question is to throw */
    SnapshotGroup(Function<List<String>, List<BsonDocument>> store) {
        this.store = store;
    }

    void add(SnapshotPart<?> part) {
        parts.add(part);
    }

    boolean isFull() {
        return parts.size() == SIZE;
    }

    /** The document of this part, read with those that nobody has asked for. */
    BsonDocument read(SnapshotPart<?> asked) {
        List<SnapshotPart<?>> wanted = new ArrayList<>(List.of(asked));
        parts.stream().filter(part -> part != asked && part.isUnread()).forEach(wanted::add);
        Map<String, BsonDocument> found = new HashMap<>();
        store.apply(wanted.stream().<String>map(SnapshotPart::id).toList())
                .forEach(document -> found.put(document.getString("_id").getValue(), document));
        wanted.forEach(part -> part.read(Objects.requireNonNull(found.get(part.id()))));
        return Objects.requireNonNull(found.get(asked.id()));
    }
}
