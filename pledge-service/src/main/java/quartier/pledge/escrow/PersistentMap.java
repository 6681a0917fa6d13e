package quartier.pledge.escrow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map from strings: a change shares all but one path with the map before it, so that an escrow of a
 * hundred thousand pledges can be changed, kept and read by others without being copied. Get and change touch at most
 * seven nodes; iteration is in no useful order, but in the same one for the same history.
 *
 * <p>A map can be taken apart at its first levels and be put together again with parts that are fetched when something
 * asks for them.
 */
public final class PersistentMap<V> {

    private static final PersistentMap<?> EMPTY = new PersistentMap<>(HashTrie.NOTHING, 0);

    private final HashTrie.Branch root;
    private final int size;

    private PersistentMap(HashTrie.Branch root, int size) {
        this.root = root;
        this.size = size;
    }

    @SuppressWarnings("unchecked") // an empty map holds no value of any type
    public static <V> PersistentMap<V> empty() {
        return (PersistentMap<V>) EMPTY;
    }

    /**
     * The map that {@link #parts} took apart.
     *
     * @param parts gives the entries of each part, asked once and only when needed; what it throws, the question throws
     */
    public static <V> PersistentMap<V> of(int size, int levels, Map<Integer, Supplier<Map<String, V>>> parts) {
        HashTrie.Branch root = HashTrie.NOTHING;
        for (Map.Entry<Integer, Supplier<Map<String, V>>> part : parts.entrySet()) {
            root = HashTrie.place(root, part.getKey(), levels, part.getValue());
        }
        return new PersistentMap<>(root, size);
    }

    /** The entries by the place that their keys have in the first levels; of one level there are 32, of two 1,024. */
    @SuppressWarnings("unchecked") // only V goes in
    public SortedMap<Integer, Map<String, V>> parts(int levels) {
        SortedMap<Integer, Map<String, V>> parts = new TreeMap<>();
        HashTrie.visit(
                root,
                leaf -> parts.computeIfAbsent(HashTrie.placeOf(leaf.key(), levels), place -> new LinkedHashMap<>())
                        .put(leaf.key(), (V) leaf.value()));
        return parts;
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    @SuppressWarnings("unchecked") // only V goes in
    public @Nullable V get(String key) {
        return (V) HashTrie.find(root, key);
    }

    public boolean contains(String key) {
        return get(key) != null;
    }

    public PersistentMap<V> plus(String key, V value) {
        return new PersistentMap<>(HashTrie.with(root, key, value), contains(key) ? size : size + 1);
    }

    public PersistentMap<V> minus(String key) {
        return contains(key) ? new PersistentMap<>(HashTrie.without(root, key), size - 1) : this;
    }

    @SuppressWarnings("unchecked") // only V goes in
    public void forEach(Consumer<V> action) {
        HashTrie.visit(root, leaf -> action.accept((V) leaf.value()));
    }

    public List<V> values() {
        List<V> all = new ArrayList<>(size);
        forEach(all::add);
        return all;
    }

    /** The values, each looked for only when it is asked for: the first few of many cost no more than of few. */
    public Stream<V> stream() {
        return StreamSupport.stream(
                Spliterators.spliterator(new HashTrie.Walk<V>(root), size, Spliterator.IMMUTABLE | Spliterator.NONNULL),
                false);
    }
}
