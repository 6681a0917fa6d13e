@NullMarked
package quartier.pledge.escrow;

import org.jspecify.annotations.NullMarked;
