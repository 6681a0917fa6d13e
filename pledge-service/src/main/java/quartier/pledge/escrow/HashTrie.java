package quartier.pledge.escrow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a {@link PersistentMap}: a hash array mapped trie. Each level takes five bits of the hash; keys with
 * equal hashes share a bucket. A branch may still be somewhere else, to be fetched when somebody comes to it.
 */
final class HashTrie {

    static final Branch NOTHING = new Branch(0, new Object[0]);

    private static final int BITS = 5;
    private static final int LAST_SHIFT = 30;

    record Leaf(String key, Object value) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared, and never changed once built
    record Branch(int bitmap, Object[] children) {}

    record Bucket(List<Leaf> leaves) {}

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
            Branch fetched = NOTHING;
            for (Map.Entry<String, ?> entry : asked.get().entrySet()) {
                fetched = put(fetched, shift, spread(entry.getKey()), new Leaf(entry.getKey(), entry.getValue()));
            }
            branch = fetched;
            source = null;
            return fetched;
        }
    }

    private HashTrie() {}

    /** The root with a branch, of so many levels below it, that is somewhere else. */
    static Branch place(Branch root, int place, int levels, Supplier<? extends Map<String, ?>> source) {
        return place(root, 0, place, new Later(levels * BITS, source));
    }

    private static Branch place(Branch branch, int shift, int hash, Later later) {
        int bit = bit(hash, shift);
        int index = index(branch.bitmap(), bit);
        boolean taken = (branch.bitmap() & bit) != 0;
        if (shift + BITS == later.shift) {
            return taken ? branch : with(branch, bit, index, later);
        }
        Branch below = taken ? (Branch) branch.children()[index] : NOTHING;
        Branch changed = place(below, shift + BITS, hash, later);
        if (!taken) {
            return with(branch, bit, index, changed);
        }
        Object[] children = branch.children().clone();
        children[index] = changed;
        return new Branch(branch.bitmap(), children);
    }

    /** Where a key's branch is, of those that are so many levels below the root. */
    static int placeOf(String key, int levels) {
        return spread(key) & ((1 << (levels * BITS)) - 1);
    }

    static @Nullable Object find(Branch root, String key) {
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
            return leaf.key().equals(key) ? leaf.value() : null;
        }
        for (Leaf leaf : ((Bucket) node).leaves()) {
            if (leaf.key().equals(key)) {
                return leaf.value();
            }
        }
        return null;
    }

    static Branch with(Branch root, String key, Object value) {
        return put(root, 0, spread(key), new Leaf(key, value));
    }

    /** @param key one that is there */
    static Branch without(Branch root, String key) {
        Object changed = remove(root, 0, spread(key), key);
        return changed instanceof Branch branch ? branch : single(changed);
    }

    private static Branch single(@Nullable Object node) {
        return switch (node) {
            case null -> NOTHING;
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

    static void visit(Object node, Consumer<Leaf> action) {
        switch (here(node)) {
            case Leaf leaf -> action.accept(leaf);
            case Bucket bucket -> bucket.leaves().forEach(action);
            case Branch branch -> Arrays.stream(branch.children()).forEach(child -> visit(child, action));
            default -> throw new IllegalStateException("not a node: " + node);
        }
    }

    /** From leaf to leaf; what it keeps is one path. */
    static final class Walk<V> implements Iterator<V> {

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
