@NullMarked
package quartier.pledge.checkout;

import org.jspecify.annotations.NullMarked;
