/** Measures the escrow against plain uses of the same store, as ratios. */
@NullMarked
package quartier.bench;

import org.jspecify.annotations.NullMarked;
