/** From a backer's wish to a decided pledge: the escrow and the payment provider brought together. */
@NullMarked
package quartier.pledge.checkout;

import org.jspecify.annotations.NullMarked;
