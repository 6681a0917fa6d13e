package quartier.pledge.payment;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Asks to make somebody known to whom money may be paid out.
 *
 * @param member our name of them, and the idempotency key: asked twice, they are known once
 * @param reference the provider's, if an earlier answer gave it
 * @param returnUrl where the payee comes back to after the identity check
 */
public record RegisterPayee(String member, @Nullable String reference, URI returnUrl) {}
