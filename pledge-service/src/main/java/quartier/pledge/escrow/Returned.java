package quartier.pledge.escrow;

/**
 * Money of a payment that goes back: which, whose, how much and why.
 *
 * @param part 0 for all that is left of the payment; 1 and up for what goes back of a pledge that was made smaller; below 0
 *     for what of a refund a lost dispute took, when that was not all of it
 */
public record Returned(String payment, String pledge, long amountMinorUnits, RefundReason reason, int part) {

    public Returned {
        if (amountMinorUnits <= 0) {
            throw new IllegalArgumentException("a refund is positive, not " + amountMinorUnits);
        }
    }

    /** The refund's name, unique within its campaign. */
    public String id() {
        return idOf(payment, part);
    }

    public static String idOf(String payment, int part) {
        if (part == 0) {
            return payment;
        }
        return part > 0 ? payment + "~" + part : payment + "~d" + -part;
    }
}
