package quartier.system;

import java.time.Instant;

/**
 * A campaign's terms, with a tier for 5 € without limit and one for 15 €.
 *
 * @param stock of the tier {@link #LIMITED}
 */
public record Launch(Instant at, Instant deadline, long goalMinorUnits, long capMinorUnits, int stock) {

    /** The owner's login. */
    public static final String OWNER = "alexis";

    public static final String UNLIMITED = "coffee";
    public static final String LIMITED = "meal";
}
