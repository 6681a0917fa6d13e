package quartier.catalog.territory;

import java.util.List;

/** What became of a wish to change a territory. */
public sealed interface Governed {

    record Stored(Territory territory, boolean isNew) implements Governed {}

    record RulesBroken(List<Breach> breaches) implements Governed {
        public RulesBroken {
            breaches = List.copyOf(breaches);
        }
    }

    /** The caller does not administer this territory, or wants a new one without being the operator. */
    record NotAllowed() implements Governed {}

    /** There is no such territory. */
    record Unknown() implements Governed {}

    /** The caller did not say which version was read. */
    record VersionMissing() implements Governed {}

    /** The caller read an older version. */
    record Stale() implements Governed {}
}
