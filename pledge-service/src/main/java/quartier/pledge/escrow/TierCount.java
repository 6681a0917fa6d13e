package quartier.pledge.escrow;

/**
 * How many of a tier's stock are sold (confirmed) and held.
 *
 * @param closed nobody takes one any more; who has one keeps it
 */
public record TierCount(int sold, int held, boolean closed) {

    static final TierCount NONE = new TierCount(0, 0);

    public TierCount(int sold, int held) {
        this(sold, held, false);
    }

    public int taken() {
        return sold + held;
    }

    TierCount plus(int moreSold, int moreHeld) {
        return new TierCount(sold + moreSold, held + moreHeld, closed);
    }

    TierCount shut() {
        return new TierCount(sold, held, true);
    }
}
