/** Receipts, bodies, declarations and statements over HTTP. */
@NullMarked
package quartier.pledge.receipt.web;

import org.jspecify.annotations.NullMarked;
