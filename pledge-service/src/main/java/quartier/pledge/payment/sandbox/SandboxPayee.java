package quartier.pledge.payment.sandbox;

import org.jspecify.annotations.Nullable;
import quartier.pledge.payment.PayeeStatus;

/**
 * A payee as the sandbox's bank remembers it.
 *
 * @param page the unguessable name of the page where their identity is checked
 * @param times how often that was decided
 */
record SandboxPayee(
        String reference,
        String member,
        PayeeStatus status,
        @Nullable String reason,
        BankAccount account,
        String page,
        String returnUrl,
        int times) {

    /** The account that money is sent to; it is chosen on the bank's page and decides what becomes of payouts. */
    enum BankAccount {
        USUAL,
        /** The first payouts fail. */
        FAILS,
        /** The first payout comes back some days later. */
        RETURNS
    }
}
