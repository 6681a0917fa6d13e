@NullMarked
package quartier.gateway.checkout;

import org.jspecify.annotations.NullMarked;
