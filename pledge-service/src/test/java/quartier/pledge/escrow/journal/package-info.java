@NullMarked
package quartier.pledge.escrow.journal;

import org.jspecify.annotations.NullMarked;
