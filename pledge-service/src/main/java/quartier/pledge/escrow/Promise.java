package quartier.pledge.escrow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a backer promised; it never changes.
 *
 * @param pledge the pledge's id, derived from the member and the request's Idempotency-Key
 * @param backer the member's opaque id; no name, because the journal is never rewritten
 * @param organisation in whose name, if not the member's own
 * @param fingerprint of the request, to recognise the same key with another body
 * @param payment our own id of the payment, which the provider gets as idempotency key
 */
public record Promise(
        String pledge,
        String backer,
        @Nullable String organisation,
        long amountMinorUnits,
        @Nullable String tier,
        Visibility visibility,
        String fingerprint,
        String payment,
        Instant placedAt) {}
