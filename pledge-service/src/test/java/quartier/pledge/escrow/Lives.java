package quartier.pledge.escrow;

import java.util.List;

/** The random lives of {@link EscrowPropertyTest}, for those who read journals. */
public final class Lives {

    public static final String CAMPAIGN = Scenario.CAMPAIGN;

    private Lives() {}

    /** All decisions of a life until nothing is owed to anybody. */
    public static List<Entry> settled(long seed) {
        Scenario scenario = EscrowPropertyTest.live(seed, EscrowPropertyTest.COMMANDS);
        EscrowPropertyTest.settle(scenario);
        return scenario.entries();
    }
}
