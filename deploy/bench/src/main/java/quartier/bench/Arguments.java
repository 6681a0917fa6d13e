package quartier.bench;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What was asked for.
 *
 * @param rows their numbers; none for all
 * @param rounds 5 unless said otherwise
 * @param size pledges in what is large: 100,000 unless said otherwise. Smaller is for trying, and proves nothing
 */
record Arguments(Set<String> rows, int rounds, int size) {

    Arguments {
        rows = Set.copyOf(rows);
        if (rounds < 1 || size < 1_000) {
            throw new IllegalArgumentException("--rounds is at least 1 and --size at least 1000");
        }
    }

    static Arguments of(String... words) {
        Set<String> rows = new LinkedHashSet<>();
        int rounds = 5;
        int size = 100_000;
        Iterator<String> each = List.of(words).iterator();
        while (each.hasNext()) {
            String word = each.next();
            switch (word) {
                case "--rounds" -> rounds = number(word, each);
                case "--size" -> size = number(word, each);
                default -> rows.add(word);
            }
        }
        return new Arguments(rows, rounds, size);
    }

    /** Whether the group has a row that was asked for. */
    boolean want(Group group) {
        return rows.isEmpty() || group.rows().stream().anyMatch(row -> rows.contains(row.number()));
    }

    private static int number(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new IllegalArgumentException(option + " wants a number");
        }
        return Integer.parseInt(words.next());
    }
}
