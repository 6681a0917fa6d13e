package quartier.pledge.payment;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where a payee stands at the provider. */
public sealed interface PayeeResult {

    /**
     * @param reference the provider's name of the payee
     * @param reason the provider's word for why the check failed; a code, no text about a person
     * @param onboarding where the identity is checked, for somebody who goes there now; only after
     *     {@link PaymentProvider#register}, and only while there is something to do
     */
    record Known(
            String reference,
            PayeeStatus status,
            @Nullable String reason,
            @Nullable URI onboarding) implements PayeeResult {}

    record NoSuchPayee() implements PayeeResult {}

    /** No answer came. */
    record Unknown(String why) implements PayeeResult {}
}
