package quartier.catalog.front;

import java.util.Locale;

/** The rules that a front page may break; explained in the messages under {@code problem.field.<id>}. */
public enum Rule {
    REQUIRED,
    TOO_LONG,
    TOO_MANY,
    UNKNOWN_THEME,
    UNKNOWN_PROJECT,
    PICKED_TWICE,
    PERIOD_BACKWARDS;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
