@NullMarked
package quartier.pledge.payment.stripe;

import org.jspecify.annotations.NullMarked;
