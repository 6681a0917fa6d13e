/** Checks what is stored: the invariants of the journal, its ledger and its projections, one by one. */
@NullMarked
package quartier.pledge.audit;

import org.jspecify.annotations.NullMarked;
