package quartier.pledge.risk;

import java.util.BitSet;

/**
 * What one subject did in a window.
 *
 * @param cards which of 65,536 slots were used; two cards may share a slot, one time in as many, and count as one
 */
public record Tally(long attempts, long failures, long sumMinorUnits, BitSet cards) {

    public static final int CARD_SLOTS = 65_536;

    public Tally {
        cards = (BitSet) cards.clone();
    }

    @Override
    public BitSet cards() {
        return (BitSet) cards.clone();
    }

    public static Tally nothing() {
        return new Tally(0, 0, 0, new BitSet());
    }

    /**
     * A window that ends now, estimated from the fixed ones that it overlaps: what happened in the one before is taken
     * as spread evenly over it.
     *
     * @param before the fixed window before the current one
     * @param overlap how much of it counts still, in 1/1,000
     */
    public static Tally sliding(Tally current, Tally before, int overlap) {
        BitSet more = before.cards();
        more.andNot(current.cards);
        BitSet cards = current.cards();
        int counting = part(more.cardinality(), overlap);
        more.stream().limit(counting).forEach(cards::set);
        return new Tally(
                current.attempts + part(before.attempts, overlap),
                current.failures + part(before.failures, overlap),
                current.sumMinorUnits + part(before.sumMinorUnits, overlap),
                cards);
    }

    private static long part(long whole, int thousandths) {
        return whole / 1000 * thousandths + whole % 1000 * thousandths / 1000;
    }

    private static int part(int whole, int thousandths) {
        return whole * thousandths / 1000;
    }

    long of(Rule.Measure measure) {
        return switch (measure) {
            case ATTEMPTS -> attempts;
            case FAILURES -> failures;
            case CARDS -> cards.cardinality();
            case SUM -> sumMinorUnits;
        };
    }
}
