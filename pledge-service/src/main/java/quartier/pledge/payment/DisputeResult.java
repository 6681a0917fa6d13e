package quartier.pledge.payment;

import java.time.Instant;

/** Where a dispute stands: a payer who asked their bank for the money back. */
public sealed interface DisputeResult {

    /**
     * @param amount what the provider took from us when the dispute was opened
     * @param feeMinorUnits what it costs besides
     */
    record Known(
            String dispute,
            String payment,
            String campaign,
            Amount amount,
            long feeMinorUnits,
            Status status,
            Instant openedAt)
            implements DisputeResult {}

    record NoSuchDispute() implements DisputeResult {}

    /** No answer came. */
    record Unknown(String why) implements DisputeResult {}

    enum Status {
        /** The payer's bank asks, and no money has moved yet. */
        INQUIRY,
        OPEN,
        WON,
        LOST
    }
}
