package quartier.pledge.escrow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
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
 * <p>A hash array mapped trie: each level takes five bits of the hash; keys with equal hashes share a bucket. A map can
 * be taken apart at its first levels and be put together again with parts that are fetched when something asks for them.
 */
public final class PersistentMap<V> {

    private static final int BITS = 5;
    private static final int LAST_SHIFT = 30;
    private static final PersistentMap<?> EMPTY = new PersistentMap<>(new Branch(0, new Object[0]), 0);

    private record Leaf(String key, Object value) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared, and never changed once built
    private record Branch(int bitmap, Object[] children) {}

    private record Bucket(List<Leaf> leaves) {}

    /** A branch that is still somewhere else. */
    private static final class Later {

        private final int shift;
        /** Null when it has been asked: what it keeps must not be kept twice. */
        private volatile @Nullable Supplier<? extends Map<String, ?>> source;

        private volatile @Nullable Branch branch;

        Later(int shift, Supplier<? extends Map<String, ?>> source) {
            this.shift = shift;
            this.source = source;
        }

        /** Two who ask at once may both fetch it: no harm, and nobody waits for a lock while the store is asked. */
        Branch branch() {
            Supplier<? extends Map<String, ?>> asked = source;
            Branch known = branch;
            if (known != null || asked == null) {
                return Objects.requireNonNull(known);
            }
            Branch fetched = new Branch(0, new Object[0]);
            for (Map.Entry<String, ?> entry : asked.get().entrySet()) {
                fetched = put(fetched, shift, spread(entry.getKey()), new Leaf(entry.getKey(), entry.getValue()));
            }
            branch = fetched;
            source = null;
            return fetched;
        }
    }

    private final Branch root;
    private final int size;

    private PersistentMap(Branch root, int size) {
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
        Branch root = new Branch(0, new Object[0]);
        for (Map.Entry<Integer, Supplier<Map<String, V>>> part : parts.entrySet()) {
            int shift = levels * BITS;
            root = place(root, 0, part.getKey(), shift, new Later(shift, part.getValue()));
        }
        return new PersistentMap<>(root, size);
    }

    private static Branch place(Branch branch, int shift, int hash, int last, Later later) {
        int bit = bit(hash, shift);
        int index = index(branch.bitmap(), bit);
        boolean taken = (branch.bitmap() & bit) != 0;
        if (shift + BITS == last) {
            return taken ? branch : with(branch, bit, index, later);
        }
        Branch below = taken ? (Branch) branch.children()[index] : new Branch(0, new Object[0]);
        Branch changed = place(below, shift + BITS, hash, last, later);
        if (!taken) {
            return with(branch, bit, index, changed);
        }
        Object[] children = branch.children().clone();
        children[index] = changed;
        return new Branch(branch.bitmap(), children);
    }

    /** The entries by the place that their keys have in the first levels; of one level there are 32, of two 1,024. */
    @SuppressWarnings("unchecked") // only V goes in
    public SortedMap<Integer, Map<String, V>> parts(int levels) {
        int places = 1 << (levels * BITS);
        SortedMap<Integer, Map<String, V>> parts = new TreeMap<>();
        visit(
                root,
                leaf -> parts.computeIfAbsent(spread(leaf.key()) & (places - 1), place -> new LinkedHashMap<>())
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
        int hash = spread(key);
        Object node = root;
        int shift = 0;
        while (node instanceof Branch branch) {
            int bit = bit(hash, shift);
            if ((branch.bitmap() & bit) == 0) {
                return null;
            }
            node = here(branch.children()[index(branch.bitmap(), bit)]);
            shift += BITS;
        }
        if (node instanceof Leaf leaf) {
            return leaf.key().equals(key) ? (V) leaf.value() : null;
        }
        for (Leaf leaf : ((Bucket) node).leaves()) {
            if (leaf.key().equals(key)) {
                return (V) leaf.value();
            }
        }
        return null;
    }

    public boolean contains(String key) {
        return get(key) != null;
    }

    public PersistentMap<V> plus(String key, V value) {
        Branch changed = put(root, 0, spread(key), new Leaf(key, value));
        return new PersistentMap<>(changed, contains(key) ? size : size + 1);
    }

    public PersistentMap<V> minus(String key) {
        if (!contains(key)) {
            return this;
        }
        Object changed = remove(root, 0, spread(key), key);
        return new PersistentMap<>(changed instanceof Branch branch ? branch : single(changed), size - 1);
    }

    @SuppressWarnings("unchecked") // only V goes in
    public void forEach(Consumer<V> action) {
        visit(root, leaf -> action.accept((V) leaf.value()));
    }

    public List<V> values() {
        List<V> all = new ArrayList<>(size);
        forEach(all::add);
        return all;
    }

    /** The values, each looked for only when it is asked for: the first few of many cost no more than of few. */
    public Stream<V> stream() {
        return StreamSupport.stream(
                Spliterators.spliterator(new Walk<V>(root), size, Spliterator.IMMUTABLE | Spliterator.NONNULL), false);
    }

    private static Branch single(@Nullable Object node) {
        return switch (node) {
            case null -> new Branch(0, new Object[0]);
            case Leaf leaf -> new Branch(bit(spread(leaf.key()), 0), new Object[] {leaf});
            default -> throw new IllegalStateException("a root is a branch or nearly empty");
        };
    }

    private static Branch put(Branch branch, int shift, int hash, Leaf leaf) {
        int bit = bit(hash, shift);
        int index = index(branch.bitmap(), bit);
        if ((branch.bitmap() & bit) == 0) {
            return with(branch, bit, index, leaf);
        }
        Object[] children = branch.children().clone();
        children[index] = merge(children[index], shift + BITS, hash, leaf);
        return new Branch(branch.bitmap(), children);
    }

    private static Branch with(Branch branch, int bit, int index, Object child) {
        Object[] children = new Object[branch.children().length + 1];
        System.arraycopy(branch.children(), 0, children, 0, index);
        children[index] = child;
        System.arraycopy(branch.children(), index, children, index + 1, branch.children().length - index);
        return new Branch(branch.bitmap() | bit, children);
    }

    private static Object here(Object node) {
        return node instanceof Later later ? later.branch() : node;
    }

    private static Object merge(Object node, int shift, int hash, Leaf leaf) {
        return switch (here(node)) {
            case Branch branch -> put(branch, shift, hash, leaf);
            case Leaf other when other.key().equals(leaf.key()) -> leaf;
            case Leaf other when shift > LAST_SHIFT -> new Bucket(List.of(other, leaf));
            case Leaf other -> put(single(other, shift), shift, hash, leaf);
            case Bucket bucket -> new Bucket(with(without(bucket.leaves(), leaf.key()), leaf));
            default -> throw new IllegalStateException("not a node: " + node);
        };
    }

    private static Branch single(Leaf leaf, int shift) {
        return new Branch(bit(spread(leaf.key()), shift), new Object[] {leaf});
    }

    /** The node without the key: null when nothing is left, a leaf when one is. */
    private static @Nullable Object remove(Object node, int shift, int hash, String key) {
        return switch (here(node)) {
            case Leaf ignored -> null;
            case Bucket bucket -> {
                List<Leaf> left = without(bucket.leaves(), key);
                yield left.size() == 1 ? left.getFirst() : new Bucket(left);
            }
            case Branch branch -> removeFrom(branch, shift, hash, key);
            default -> throw new IllegalStateException("not a node: " + node);
        };
    }

    private static @Nullable Object removeFrom(Branch branch, int shift, int hash, String key) {
        int bit = bit(hash, shift);
        int index = index(branch.bitmap(), bit);
        Object changed = remove(branch.children()[index], shift + BITS, hash, key);
        if (changed != null) {
            Object[] children = branch.children().clone();
            children[index] = changed;
            return children.length == 1 && changed instanceof Leaf ? changed : new Branch(branch.bitmap(), children);
        }
        if (branch.children().length == 1) {
            return null;
        }
        Object[] children = new Object[branch.children().length - 1];
        System.arraycopy(branch.children(), 0, children, 0, index);
        System.arraycopy(branch.children(), index + 1, children, index, children.length - index);
        return children.length == 1 && children[0] instanceof Leaf last
                ? last
                : new Branch(branch.bitmap() & ~bit, children);
    }

    private static List<Leaf> without(List<Leaf> leaves, String key) {
        return leaves.stream().filter(leaf -> !leaf.key().equals(key)).toList();
    }

    private static List<Leaf> with(List<Leaf> leaves, Leaf leaf) {
        List<Leaf> all = new ArrayList<>(leaves);
        all.add(leaf);
        return List.copyOf(all);
    }

    private static void visit(Object node, Consumer<Leaf> action) {
        switch (here(node)) {
            case Leaf leaf -> action.accept(leaf);
            case Bucket bucket -> bucket.leaves().forEach(action);
            case Branch branch -> Arrays.stream(branch.children()).forEach(child -> visit(child, action));
            default -> throw new IllegalStateException("not a node: " + node);
        }
    }

    /** From leaf to leaf; what it keeps is one path. */
    private static final class Walk<V> implements Iterator<V> {

        private final Deque<Iterator<?>> path = new ArrayDeque<>();

        Walk(Branch root) {
            path.push(Arrays.asList(root.children()).iterator());
        }

        @Override
        public boolean hasNext() {
            while (!path.isEmpty() && !path.peek().hasNext()) {
                path.pop();
            }
            return !path.isEmpty();
        }

        @Override
        @SuppressWarnings("unchecked") // only V goes in
        public V next() {
            while (hasNext()) {
                switch (here(path.peek().next())) {
                    case Leaf leaf -> {
                        return (V) leaf.value();
                    }
                    case Branch branch ->
                        path.push(Arrays.asList(branch.children()).iterator());
                    case Bucket bucket -> path.push(bucket.leaves().iterator());
                    default -> throw new IllegalStateException("not a node");
                }
            }
            throw new NoSuchElementException();
        }
    }

    private static int spread(String key) {
        int hash = key.hashCode() * 0x9E3779B9;
        return hash ^ (hash >>> 16);
    }

    private static int bit(int hash, int shift) {
        return 1 << ((hash >>> shift) & 31);
    }

    private static int index(int bitmap, int bit) {
        return Integer.bitCount(bitmap & (bit - 1));
    }
}
