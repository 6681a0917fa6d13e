package quartier.pledge.payment;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Asks for money.
 *
 * @param payment our name of it and the idempotency key: asked twice, it is taken once
 * @param campaign comes back in the provider's events, so that they find their campaign
 * @param method the card, or the provider's token for it; never stored and never logged by us. Null where the backer is
 *     to enter it on the provider's page
 * @param returnUrl where the backer comes back to after authenticating
 */
public record StartPayment(
        String payment,
        String campaign,
        Amount amount,
        @Nullable String method,
        @Nullable URI returnUrl) {

    @Override
    public String toString() {
        return "StartPayment[payment=" + payment + ", campaign=" + campaign + ", amount=" + amount + "]";
    }
}
