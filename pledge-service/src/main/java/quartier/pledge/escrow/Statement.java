package quartier.pledge.escrow;

import java.util.Map;

/**
 * The balances of a campaign's ledger, as of a page of its journal.
 *
 * @param balances of every account, in minor units: debits minus credits
 */
public record Statement(long page, Map<Account, Long> balances) {

    public Statement {
        balances = Map.copyOf(balances);
    }
}
