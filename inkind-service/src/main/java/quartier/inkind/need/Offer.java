package quartier.inkind.need;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a member proposes. Name, message and contact are personal data: they stay in this service, and only the two
 * parties read them.
 *
 * @param id the need's id, a dot, and a name derived from the member and the request's Idempotency-Key
 * @param fingerprint of the request, to tell a repetition from another request under the same key
 */
public record Offer(
        String id,
        String by,
        String byName,
        int quantity,
        String message,
        @Nullable String contact,
        String fingerprint,
        Instant at) {

    public Offer {
        if (quantity < 1) {
            throw new IllegalArgumentException("An offer is for one at least, not for " + quantity);
        }
    }

    public static String id(String needId, String name) {
        return needId + '.' + name;
    }

    /** The need that an offer's id belongs to; an id without one belongs to the need "", which nobody has. */
    public static String needOf(String offerId) {
        return offerId.substring(0, Math.max(0, offerId.lastIndexOf('.')));
    }
}
