@NullMarked
package quartier.pledge.payment.sandbox;

import org.jspecify.annotations.NullMarked;
