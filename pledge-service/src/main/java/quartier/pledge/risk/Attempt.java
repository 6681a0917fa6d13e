package quartier.pledge.risk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody tries to pay.
 *
 * @param address of the client's network, where it is known
 * @param card what recognises the card: the provider's fingerprint or the number; stored as a keyed hash only
 * @param minorUnits what is to be paid, zero or more
 */
public record Attempt(
        String member, @Nullable String address, @Nullable String card, long minorUnits, Instant at) {

    public Attempt {
        if (minorUnits < 0) {
            throw new IllegalArgumentException("an attempt is not to pay " + minorUnits);
        }
    }

    /** Whom a rule counts it for; null where that is not known. */
    @Nullable
    String of(Rule.Subject subject) {
        return switch (subject) {
            case MEMBER -> member;
            case ADDRESS -> address;
            case CARD -> card;
        };
    }

    @Override
    public String toString() {
        return "Attempt[at=" + at + "]"; // neither an address nor a card is ever logged
    }
}
