/** Reads gifts, payments and statements from the escrows; the only place that knows both. */
@NullMarked
package quartier.pledge.receipt.escrow;

import org.jspecify.annotations.NullMarked;
