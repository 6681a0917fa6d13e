package quartier.pledge.escrow;

/** Why money goes back. */
public enum RefundReason {
    NOT_FUNDED,
    CAMPAIGN_CANCELLED,
    /** Cancelled by its backer. */
    CANCELLED,
    /** The payment came after its hold had ended. */
    LATE,
    /** A second payment for one pledge. */
    TWICE,
    WRONG_AMOUNT,
    /** For a pledge that was refused or is not known. */
    UNASKED,
    /** The pledge was made smaller by its backer. */
    REDUCED,
    /** Refused by a reviewer. */
    REFUSED_IN_REVIEW,
    /** Other money of a pledge whose payment is contested. */
    DISPUTED,
    /** A contested payment came back too late to count again. */
    DISPUTE_WON
}
