package quartier.catalog.project;

import java.util.Locale;

/**
 * The published rules that a request may break. The id is stable; its explanation in French and English stands in the
 * service's messages under {@code problem.field.<id>}, and a test sees to it that none is missing.
 */
public enum Rule {
    REQUIRED,
    TOO_LONG,
    TOO_MANY,
    DUPLICATE_ID,
    MALFORMED_ID,
    UNKNOWN_TERRITORY,
    UNKNOWN_DISTRICT,
    UNKNOWN_THEME,
    UNKNOWN_OWNER_KIND,
    UNKNOWN_NEED_KIND,
    UNKNOWN_CALL,
    CALL_ELSEWHERE,
    COORDINATES_OUT_OF_RANGE,
    AMOUNT_NOT_POSITIVE,
    OTHER_CURRENCY,
    GOAL_OVER_CAP,
    DURATION_OUTSIDE_POLICY,
    REWARDS_NOT_ALLOWED,
    TIER_OVER_CAP,
    UNKNOWN_TEAM_ROLE,
    NOT_A_PICTURE,
    TOO_MANY_PIXELS,
    PICTURE_UNREADABLE,
    BUDGET_NOT_BALANCED,
    UNKNOWN_LICENCE,
    UNKNOWN_HANDOVER,
    STRETCH_NOT_ABOVE_GOAL,
    STRETCH_OVER_CAP,
    STRETCH_NOT_ASCENDING,
    STOCK_NOT_POSITIVE,
    DELIVERY_MONTH_UNREADABLE,
    DELIVERY_MONTH_PAST,
    QUANTITY_OUT_OF_RANGE,
    PUBLIC_BODY_NEEDS_MANDATE,
    BEYOND_MISSION_MISSING,
    REWARDS_MISSING,
    REWARD_NOT_SYMBOLIC,
    PAID_RETURN,
    NEEDS_MISSING,
    DATE_UNREADABLE,
    DATE_IN_FUTURE,
    UNKNOWN_DECISION,
    UNKNOWN_CRITERION,
    CRITERION_NOT_ANSWERED,
    CRITERION_NOT_MET,
    RETURN_NEEDS_NOTE,
    REFUSAL_NEEDS_REASON;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
