/** Does what escrows wait for: ends holds, reaches deadlines, gives money back and pays it out. */
@NullMarked
package quartier.pledge.settlement;

import org.jspecify.annotations.NullMarked;
