@NullMarked
package quartier.pledge.refund;

import org.jspecify.annotations.NullMarked;
