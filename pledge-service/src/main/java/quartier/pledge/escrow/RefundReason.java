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
    UNASKED
}
