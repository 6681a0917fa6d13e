package quartier.catalog.call;

import java.util.List;

/** Why a request was not followed. */
public sealed interface Refusal {

    record RulesBroken(List<Breach> breaches) implements Refusal {
        public RulesBroken {
            breaches = List.copyOf(breaches);
        }
    }

    /** Only those who animate or administer the call's territory, or one that contains it, may. */
    record NotYourTerritory(String territory) implements Refusal {}

    /** A closed call stays as it was read by those who answered it. */
    record AlreadyClosed() implements Refusal {}

    /** The caller worked on an older version. */
    record StaleVersion() implements Refusal {}

    /** The Idempotency-Key was used for something else. */
    record KeyReused() implements Refusal {}
}
