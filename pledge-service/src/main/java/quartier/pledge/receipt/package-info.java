/**
 * What backers get in writing: payment receipts, tax receipts on behalf of bodies of general interest, and the owner's
 * statement. The rules are pure; law's figures come in as dated {@link quartier.pledge.receipt.FiscalRules}.
 */
@NullMarked
package quartier.pledge.receipt;

import org.jspecify.annotations.NullMarked;
