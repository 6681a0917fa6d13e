package quartier.pledge.checkout;

import java.time.Instant;
import quartier.pledge.payment.ProviderEvent;

/** The provider's events that were acted upon, by their ids: a repetition is recognised without asking anybody. */
interface HeardEvents {

    boolean contains(String provider, ProviderEvent event);

    /** After the effect, so that a crash in between repeats the effect, which is idempotent, and never loses it. */
    void add(String provider, ProviderEvent event, Instant now);
}
