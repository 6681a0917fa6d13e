/** Stripe behind the port: PaymentIntents, separate charges and transfers, Express accounts. */
@NullMarked
package quartier.pledge.payment.stripe;

import org.jspecify.annotations.NullMarked;
