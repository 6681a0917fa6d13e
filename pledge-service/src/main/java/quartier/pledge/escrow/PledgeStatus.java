package quartier.pledge.escrow;

/** A pledge's state and that of its money in one word, for people and queries. */
public enum PledgeStatus {
    /** Waits for the backer to pay. */
    HELD,
    /** Waits for the provider's word. */
    PAYMENT_UNKNOWN,
    CONFIRMED,
    DECLINED,
    EXPIRED,
    CANCELLED,
    REFUND_DUE,
    REFUND_FAILED,
    REFUNDED
}
