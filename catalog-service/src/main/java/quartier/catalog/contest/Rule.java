package quartier.catalog.contest;

import java.util.Locale;

/** The rules that an answer, a score or an award may break; explained in the messages under {@code problem.field.<id>}. */
public enum Rule {
    REQUIRED,
    TOO_LONG,
    TOO_MANY,
    UNKNOWN_QUESTION,
    UNKNOWN_OPTION,
    NUMBER_UNREADABLE,
    UNKNOWN_CRITERION,
    CRITERION_NOT_SCORED,
    SCORE_OUT_OF_RANGE,
    AWARDED_TWICE,
    NOT_AN_ENTRANT,
    AMOUNT_NOT_POSITIVE,
    OVER_ENVELOPE;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
