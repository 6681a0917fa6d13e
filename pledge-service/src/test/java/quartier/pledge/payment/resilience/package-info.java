@NullMarked
package quartier.pledge.payment.resilience;

import org.jspecify.annotations.NullMarked;
