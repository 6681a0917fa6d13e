package quartier.pledge.receipt;

import java.util.Optional;

/** Pledges and campaigns as far as receipts and statements need them. */
public interface Contributions {

    /** Whose pledge it is. */
    Optional<String> backer(String pledge);

    /** The gift of a pledge; empty when there is no such pledge, or nothing was paid for it. */
    Optional<Gift> gift(String pledge);

    /** What was paid for a pledge and went back; empty when there is no such pledge, or nothing was paid for it. */
    Optional<PaymentReceipt> payment(String pledge);

    Optional<OwnerStatement> statement(String campaign);
}
