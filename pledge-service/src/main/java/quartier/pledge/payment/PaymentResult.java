package quartier.pledge.payment;

import java.net.URI;
import java.time.Instant;

/** Where a payment stands at the provider. */
public sealed interface PaymentResult {

    /** The money is with the provider, held for the campaign. */
    record Captured(Amount amount, Instant at) implements PaymentResult {}

    /** The backer has to confirm with the bank, on this page. */
    record ActionRequired(URI url) implements PaymentResult {}

    /** The provider works on it and will say more. */
    record Pending() implements PaymentResult {}

    record Declined(DeclineReason reason) implements PaymentResult {}

    /** Only when asked: the provider has no such payment, so no money can have moved. */
    record NeverStarted() implements PaymentResult {}

    /** No answer came. Money may have moved or not: nothing is assumed until the provider is asked and answers. */
    record Unknown(String why) implements PaymentResult {}
}
