package quartier.pledge.escrow.journal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import quartier.pledge.escrow.PersistentMap;

/** The maps of a snapshot: small ones whole, large ones as parts by the hashes of their keys. */
final class SnapshotMaps {

    /** Above it a map is cut at the second level of its trie, into 1,024 parts and not 32. */
    private static final int FEW = 8_192;

    private SnapshotMaps() {}

    /** Takes maps apart. */
    static final class Cutting {

        private final String campaign;
        private final String attempt;
        private final int inTheHead;
        private final List<SnapshotCodec.Cut> cuts = new ArrayList<>();
        private final BsonDocument small = new BsonDocument();
        private final BsonDocument layout = new BsonDocument();
        private final List<BsonDocument> parts = new ArrayList<>();

        Cutting(String campaign, String attempt, int inTheHead) {
            this.campaign = campaign;
            this.attempt = attempt;
            this.inTheHead = inTheHead;
        }

        <V> void cut(String name, PersistentMap<V> map, Class<V> type) {
            if (map.isEmpty()) {
                return;
            }
            int levels = map.size() <= FEW ? 1 : 2;
            Map<Integer, Map<String, V>> places = map.parts(levels);
            if (map.size() <= inTheHead) {
                Map<String, V> all = new HashMap<>();
                places.values().forEach(all::putAll);
                small.append(name, binary(out -> SnapshotCodec.CODEC.writeMap(out, all, type)));
                return;
            }
            cuts.add(new SnapshotCodec.Cut(name, map.size(), levels));
            layout.append(
                    name,
                    new BsonArray(places.keySet().stream().map(BsonInt32::new).toList()));
            places.forEach((place, entries) -> {
                String id = partId(campaign, attempt, name, place);
                BsonDocument part = new BsonDocument("_id", new BsonString(id))
                        .append("body", binary(out -> SnapshotCodec.CODEC.writeMap(out, entries, type)));
                parts.add(part);
            });
        }

        List<SnapshotCodec.Cut> cuts() {
            return cuts;
        }

        /** The maps that go into the head. */
        BsonDocument small() {
            return small;
        }

        /** The places at which each cut map has parts. */
        BsonDocument layout() {
            return layout;
        }

        List<BsonDocument> parts() {
            return parts;
        }
    }

    /** Puts maps together. */
    static final class Joining {

        private final SnapshotCodec.Head head;
        private final BsonDocument small;
        private final BsonDocument layout;
        private final Function<List<String>, List<BsonDocument>> fetch;
        private final Map<String, SnapshotCodec.Cut> cuts = new HashMap<>();

        Joining(
                SnapshotCodec.Head head,
                BsonDocument small,
                BsonDocument layout,
                Function<List<String>, List<BsonDocument>> fetch) {
            this.head = head;
            this.small = small;
            this.layout = layout;
            this.fetch = fetch;
            head.cuts().forEach(cut -> cuts.put(cut.map(), cut));
        }

        <V> PersistentMap<V> join(String name, Class<V> type) {
            SnapshotCodec.Cut cut = cuts.get(name);
            if (cut == null) {
                PersistentMap<V> map = PersistentMap.empty();
                if (small.containsKey(name)) {
                    Map<String, V> entries = entries(small.getBinary(name), type);
                    for (Map.Entry<String, V> entry : entries.entrySet()) {
                        map = map.plus(entry.getKey(), entry.getValue());
                    }
                }
                return map;
            }
            Map<Integer, Supplier<Map<String, V>>> parts = new HashMap<>();
            SnapshotGroup group = new SnapshotGroup(fetch);
            for (BsonValue value : layout.getArray(name)) {
                int place = value.asInt32().getValue();
                group = group.isFull() ? new SnapshotGroup(fetch) : group;
                var part = new SnapshotPart<>(partId(head.campaign(), head.attempt(), name, place), type, group);
                group.add(part);
                parts.put(place, part);
            }
            return PersistentMap.of(cut.size(), cut.levels(), parts);
        }
    }

    static <V> Map<String, V> entries(BsonDocument part, Class<V> type) {
        return entries(part.getBinary("body"), type);
    }

    @SuppressWarnings("unchecked") // only V was written
    private static <V> Map<String, V> entries(BsonBinary body, Class<V> type) {
        try (var in = new BsonBinaryReader(ByteBuffer.wrap(body.getData()))) {
            return (Map<String, V>) SnapshotCodec.CODEC.readMap(in, type);
        }
    }

    static String partId(String campaign, String attempt, String map, int place) {
        return campaign + "/" + attempt + "/" + map + "/" + place;
    }

    static BsonBinary binary(Consumer<BsonBinaryWriter> writing) {
        var buffer = new BsonBuffer(1_024);
        try (var out = new BsonBinaryWriter(buffer)) {
            writing.accept(out);
        }
        return new BsonBinary(buffer.toByteArray());
    }
}
