package quartier.local.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;

/**
 * The ids of documents and the keys of unique indexes. Left alone the store serializes two keys to compare them, at each
 * step of each search, which was most of what a write cost.
 */
final class KeyType extends BasicDataType<Object> {

    private static final byte TEXT = 0;
    private static final byte OTHER = 1;
    private static final byte SEVERAL = 2;
    private static final byte NOTHING = 3;
    private static final byte MISSING = 4;

    private static final int TYPICAL_BYTES = 128;
    private static final BsonType BSON = new BsonType();
    private static final ValueComparator VALUES = ValueComparator.ascWithoutListHandling();

    @Override
    public int compare(@Nullable Object one, @Nullable Object other) {
        if (one instanceof String text && other instanceof String text2) {
            return text.compareTo(text2);
        }
        if (one instanceof KeyValue keys && other instanceof KeyValue keys2) {
            return compare(keys, keys2);
        }
        if (one instanceof Document document && other instanceof Document document2) {
            return compare(document, document2);
        }
        return VALUES.compare(one, other);
    }

    private int compare(KeyValue one, KeyValue other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int difference = compare(one.get(i), other.get(i));
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    /** Names count too, and their order: as MongoDB compares documents. */
    private int compare(Document one, Document other) {
        Iterator<Map.Entry<String, Object>> entries = other.entrySet().iterator();
        for (Map.Entry<String, Object> entry : one.entrySet()) {
            if (!entries.hasNext()) {
                return 1;
            }
            Map.Entry<String, Object> against = entries.next();
            int names = entry.getKey().compareTo(against.getKey());
            int difference = names != 0 ? names : compare(entry.getValue(), against.getValue());
            if (difference != 0) {
                return difference;
            }
        }
        return entries.hasNext() ? -1 : 0;
    }

    @Override
    public int getMemory(Object key) {
        return key instanceof String text ? StringDataType.INSTANCE.getMemory(text) : TYPICAL_BYTES;
    }

    @Override
    public void write(WriteBuffer file, @Nullable Object key) {
        switch (key) {
            case null -> file.put(NOTHING);
            case Missing ignored -> file.put(MISSING);
            case String text -> StringDataType.INSTANCE.write(file.put(TEXT), text);
            case KeyValue keys -> {
                file.put(SEVERAL).putVarInt(keys.size());
                keys.forEach(each -> write(file, each));
            }
            default -> BSON.write(file.put(OTHER), new Document("v", key));
        }
    }

    @Override
    public @Nullable Object read(ByteBuffer file) {
        byte kind = file.get();
        return switch (kind) {
            case NOTHING -> null;
            case MISSING -> Missing.getInstance();
            case TEXT -> StringDataType.INSTANCE.read(file);
            case OTHER -> BSON.read(file).get("v");
            case SEVERAL -> {
                int size = DataUtils.readVarInt(file);
                List<@Nullable Object> keys = new ArrayList<>(size);
                for (int i = 0; i < size; i++) {
                    keys.add(read(file));
                }
                yield new KeyValue(keys);
            }
            default -> throw new IllegalStateException("a key of an unknown kind: " + kind);
        };
    }

    @Override
    public Object[] createStorage(int size) {
        return new Object[size];
    }
}
