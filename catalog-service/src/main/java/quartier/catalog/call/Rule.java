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
    OPENED_ALREADY,
    CLOSED_ALREADY,
    PHASE_OUT_OF_ORDER,
    PHASE_IN_PAST,
    PHASE_OVER,
    PHASE_BEGUN,
    QUESTIONS_FIXED,
    CRITERIA_FIXED,
    VOTES_FIXED,
    JURY_NEEDS_CRITERIA,
    WEIGHTS_NOT_100,
    CHOICE_NEEDS_OPTIONS,
    UNKNOWN_QUESTION_KIND,
    OTHER_CURRENCY,
    AMOUNT_NOT_POSITIVE,
    OUT_OF_RANGE,
    TOO_MANY,
    MALFORMED_ID,
    DUPLICATE_ID;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
