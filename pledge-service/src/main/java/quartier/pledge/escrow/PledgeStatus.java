package quartier.pledge.escrow;

/** A pledge's state and that of its money in one word, for people and queries. */
public enum PledgeStatus {
    /** Waits for the backer to pay. */
    HELD,
    /** Waits for the provider's word. */
    PAYMENT_UNKNOWN,
    CONFIRMED,
    /** Confirmed, and its increase waits to be paid. */
    CHANGING,
    /** Its payer's bank took the money back. */
    DISPUTED,
    DECLINED,
    EXPIRED,
    CANCELLED,
    REFUND_DUE,
    REFUND_FAILED,
    REFUNDED
}
