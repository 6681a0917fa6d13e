@NullMarked
package quartier.pledge.payment;

import org.jspecify.annotations.NullMarked;
