package quartier.catalog.meetup;

import java.util.List;

/** Why a request was not followed. */
public sealed interface Refusal {

    record RulesBroken(List<Breach> breaches) implements Refusal {
        public RulesBroken {
            breaches = List.copyOf(breaches);
        }
    }

    record NotYourTerritory(String territory) implements Refusal {}

    record StaleVersion() implements Refusal {}

    record KeyReused() implements Refusal {}

    /** It has begun, is over or was cancelled. */
    record NoLongerOpen() implements Refusal {}

    /** Nobody can be sure of a place that far down. */
    record WaitingListFull() implements Refusal {}
}
