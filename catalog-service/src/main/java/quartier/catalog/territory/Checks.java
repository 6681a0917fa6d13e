package quartier.catalog.territory;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The small questions that the rules of this capability ask again and again. */
final class Checks {

    static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,59}");
    private static final int MOST_ENTRIES = 200;
    private static final int LONGEST_NAME = 200;

    private Checks() {}

    static void id(List<Breach> found, String field, String id, Set<String> taken) {
        when(!ID.matcher(id).matches(), found, field, "malformed-id");
        when(!taken.add(id), found, field, "duplicate-id");
    }

    static void text(List<Breach> found, String field, String text) {
        when(text.isBlank() || text.length() > LONGEST_NAME, found, field, "out-of-range");
    }

    static void count(List<Breach> found, String field, Collection<?> entries) {
        when(entries.size() > MOST_ENTRIES, found, field, "too-many-entries");
    }

    static void range(List<Breach> found, String field, int value, int least, int most) {
        when(value < least || value > most, found, field, "out-of-range");
    }

    static void when(boolean broken, List<Breach> found, String field, String code, Object... arguments) {
        if (broken) {
            found.add(new Breach(field, code, arguments));
        }
    }
}
