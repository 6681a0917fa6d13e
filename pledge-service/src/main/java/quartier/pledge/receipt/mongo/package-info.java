/** Bodies, the register of numbers, and the papers and identities that go after their time. */
@NullMarked
package quartier.pledge.receipt.mongo;

import org.jspecify.annotations.NullMarked;
