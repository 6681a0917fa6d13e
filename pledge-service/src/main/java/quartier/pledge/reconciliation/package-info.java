/** The provider's statement against our ledger, line by line; what does not match stands in suspense with its age. */
@NullMarked
package quartier.pledge.reconciliation;

import org.jspecify.annotations.NullMarked;
