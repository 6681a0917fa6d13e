package quartier.support.supporter;

/** What came of a registration. */
public sealed interface Registration {

    record Registered(Supporter supporter) implements Registration {}

    /** Another organisation has this id. */
    record IdTaken(String id) implements Registration {}

    /** The key was used before, for another registration. */
    record KeyReused() implements Registration {}
}
