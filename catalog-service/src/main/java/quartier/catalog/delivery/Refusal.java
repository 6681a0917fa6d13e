package quartier.catalog.delivery;

/** Why a request about rewards was not followed. */
public enum Refusal {
    /** There is none, or none that the caller may know of. */
    NOT_FOUND,
    /** The campaign is not funded: nothing is owed yet, or any more. */
    NOTHING_TO_DELIVER,
    /** It was sent already, or received. */
    ALREADY_SENT,
    /** Only what was sent or handed over can have been received. */
    NOT_SENT,
    /** Everybody has told what this reward needs, or it needs nothing. */
    NOTHING_MISSING,
    /** Who has not told was asked less than {@link Missing#BETWEEN_REMINDERS} ago. */
    ASKED_LATELY,
    UNKNOWN_TIER,
    SURVEY_INVALID,
    CHOICE_INVALID,
    ADDRESS_INCOMPLETE
}
