/** The port to whoever moves the money, and the words in which it answers. */
@NullMarked
package quartier.pledge.payment;

import org.jspecify.annotations.NullMarked;
