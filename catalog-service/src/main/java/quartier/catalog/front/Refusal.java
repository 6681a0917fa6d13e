package quartier.catalog.front;

import java.util.List;

/** Why a request was not followed. */
public sealed interface Refusal {

    record Unknown() implements Refusal {}

    record RulesBroken(List<Breach> breaches) implements Refusal {
        public RulesBroken {
            breaches = List.copyOf(breaches);
        }
    }

    record NotYourTerritory(String territory) implements Refusal {}

    record StaleVersion() implements Refusal {}
}
