package quartier.pledge.escrow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One double entry in the campaign's currency.
 *
 * @param postings debits positive, credits negative; their sum is zero
 */
public record Transaction(List<Posting> postings) {

    /**
     * @param minorUnits debit if positive, credit if negative; never zero
     * @param of the fund, on {@link Account#MATCH}
     */
    public record Posting(
            Account account, long minorUnits, @Nullable String of) {
        Posting(Account account, long minorUnits) {
            this(account, minorUnits, null);
        }
    }

    public Transaction {
        postings = List.copyOf(postings);
    }

    /** @throws IllegalArgumentException when debits and credits differ */
    static Transaction balanced(List<Posting> postings) {
        Transaction transaction = new Transaction(postings);
        if (transaction.sum() != 0) {
            throw new IllegalArgumentException("a transaction balances, this one misses " + transaction.sum());
        }
        return transaction;
    }

    /** Debits minus credits: zero, unless it was read from a damaged journal. */
    public long sum() {
        long sum = 0;
        for (Posting posting : postings) {
            sum = Math.addExact(sum, posting.minorUnits());
        }
        return sum;
    }
}
