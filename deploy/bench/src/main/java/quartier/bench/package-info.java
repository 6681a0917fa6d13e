/** Measures the escrow's writer against plain uses of the same store, in one process and as ratios. */
@NullMarked
package quartier.bench;

import org.jspecify.annotations.NullMarked;
