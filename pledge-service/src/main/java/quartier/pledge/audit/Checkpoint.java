package quartier.pledge.audit;

import java.util.Map;
import quartier.pledge.escrow.Account;

/**
 * How far a campaign's journal was audited without a finding, its projections included.
 *
 * @param hash of that page: every page before it is in it
 * @param balances the auditor's books at that page, to be compared when it is read again by newer code
 * @param pledges how many documents its pledges have
 * @param compared up to which page the provider's statement was compared with it: what is compared later is looked at
 *     again
 * @param comparisons how many comparisons there were
 */
record Checkpoint(
        String campaign,
        long page,
        String hash,
        Map<Account, Long> balances,
        long pledges,
        long compared,
        long comparisons) {
    Checkpoint {
        balances = Map.copyOf(balances);
    }
}
