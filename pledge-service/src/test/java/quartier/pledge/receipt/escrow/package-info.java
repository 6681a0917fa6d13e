@NullMarked
package quartier.pledge.receipt.escrow;

import org.jspecify.annotations.NullMarked;
