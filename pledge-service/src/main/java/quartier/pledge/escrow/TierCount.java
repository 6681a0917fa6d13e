package quartier.pledge.escrow;

/** How many of a tier's stock are sold (confirmed) and held. */
public record TierCount(int sold, int held) {

    static final TierCount NONE = new TierCount(0, 0);

    public int taken() {
        return sold + held;
    }
}
