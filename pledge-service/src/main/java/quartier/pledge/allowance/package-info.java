/** Grants and ends a campaign's allowances as support-service's match funds go. */
@NullMarked
package quartier.pledge.allowance;

import org.jspecify.annotations.NullMarked;
