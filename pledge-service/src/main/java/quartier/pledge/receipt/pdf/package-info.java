/** Prints sheets as tagged PDF with an embedded font. */
@NullMarked
package quartier.pledge.receipt.pdf;

import org.jspecify.annotations.NullMarked;
