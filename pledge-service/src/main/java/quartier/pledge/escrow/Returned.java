package quartier.pledge.escrow;

/** A payment that goes back in full: which, whose, how much and why. */
public record Returned(String payment, String pledge, long amountMinorUnits, RefundReason reason) {

    public Returned {
        if (amountMinorUnits <= 0) {
            throw new IllegalArgumentException("a refund is positive, not " + amountMinorUnits);
        }
    }
}
