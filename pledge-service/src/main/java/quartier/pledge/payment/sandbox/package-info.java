/** A provider with invented money that behaves as a real one, with a database of its own. Only in a sandbox. */
@NullMarked
package quartier.pledge.payment.sandbox;

import org.jspecify.annotations.NullMarked;
