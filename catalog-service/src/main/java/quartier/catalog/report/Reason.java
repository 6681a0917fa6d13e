package quartier.catalog.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is wrong with a project, as somebody sees it. */
public enum Reason {
    SPAM,
    OFFENSIVE,
    /** It does not belong here. */
    OFF_TOPIC,
    FRAUD;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Reason> named(String id) {
        return Arrays.stream(values()).filter(reason -> reason.id().equals(id)).findFirst();
    }
}
