package quartier.catalog.meetup;

import java.util.Locale;

/** The rules that a meetup may break; explained in the messages under {@code problem.field.<id>}. */
public enum Rule {
    REQUIRED,
    TOO_LONG,
    UNKNOWN_TERRITORY,
    TERRITORY_FIXED,
    MEETUP_IN_PAST,
    ENDS_BEFORE_START,
    MEETUP_TOO_LONG,
    CAPACITY_OUT_OF_RANGE,
    CAPACITY_BELOW_SIGN_UPS;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
