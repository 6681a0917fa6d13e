package quartier.catalog.call;

import java.util.Locale;

/** The rules that a call may break; explained in the messages under {@code problem.field.<id>}. */
public enum Rule {
    REQUIRED,
    TOO_LONG,
    UNKNOWN_TERRITORY,
    UNKNOWN_THEME,
    TERRITORY_FIXED,
    CLOSES_BEFORE_OPENING,
    CLOSES_IN_PAST,
    CALL_TOO_LONG,
    OPENED_ALREADY;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
