package quartier.catalog.call;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a project that answers the call is asked.
 *
 * @param id for the answers, unique in its call
 * @param options of a CHOICE; its answer is the French words of one of them
 */
public record Question(String id, Words label, Kind kind, boolean required, List<Words> options) {

    /** How it is answered. */
    public enum Kind {
        TEXT,
        CHOICE,
        NUMBER;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> named(String id) {
            return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
        }
    }

    public Question {
        options = List.copyOf(options);
    }

    public boolean offers(String answer) {
        return options.stream().anyMatch(option -> option.fr().equals(answer));
    }
}
