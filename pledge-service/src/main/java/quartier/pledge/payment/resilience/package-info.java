/** Keeps a slow or failing provider from taking the service down with it. */
@NullMarked
package quartier.pledge.payment.resilience;

import org.jspecify.annotations.NullMarked;
