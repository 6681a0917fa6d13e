/** Where the money of a refund that failed goes instead: kept apart, sealed, and erased once it was used. */
@NullMarked
package quartier.pledge.refund;

import org.jspecify.annotations.NullMarked;
