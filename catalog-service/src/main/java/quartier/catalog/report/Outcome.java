package quartier.catalog.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of a report. Whether a project is suspended is another decision, taken on the project. */
public enum Outcome {
    OPEN,
    UPHELD,
    DISMISSED;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Outcome> named(String id) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.id().equals(id))
                .findFirst();
    }
}
