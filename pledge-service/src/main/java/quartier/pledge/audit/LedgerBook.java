package quartier.pledge.audit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Account;
import quartier.pledge.escrow.Bookkeeping;
import quartier.pledge.escrow.Entry;
import quartier.pledge.escrow.Event;
import quartier.pledge.escrow.Transaction;

/** The accounts as the journal's transactions make them, against the auditor's own books. */
final class LedgerBook {

    private final Findings findings;
    private final Map<Account, Long> balances = new EnumMap<>(Account.class);
    /** By how much an account differs from the books: told when that changes, not with every entry that follows. */
    private final Map<Account, Long> differences = new EnumMap<>(Account.class);

    LedgerBook(Findings findings) {
        this.findings = findings;
    }

    Map<Account, Long> balances() {
        return balances;
    }

    void post(Entry entry) {
        Transaction transaction = entry.transaction();
        if (transaction != null) {
            findings.examined(Check.BALANCE);
            long sum = transaction.sum();
            findings.require(sum == 0, Check.BALANCE, () -> "a transaction misses " + sum);
            transaction
                    .postings()
                    .forEach(posting -> balances.merge(posting.account(), posting.minorUnits(), Math::addExact));
        }
        findings.require(
                isOf(transaction, entry.events()),
                Check.BALANCE,
                () -> "a transaction does not say what its events say");
    }

    private static boolean isOf(@Nullable Transaction transaction, List<Event> events) {
        try {
            Transaction expected = Bookkeeping.transactionOf(events);
            return expected == null ? transaction == null : expected.equals(transaction);
        } catch (IllegalArgumentException unbalanced) {
            return false;
        }
    }

    /** Debits minus credits. */
    long balance(Account account) {
        return balances.getOrDefault(account, 0L);
    }

    void requireBalance(Account account, long should, Check check) {
        long difference = balance(account) - should;
        Long before = differences.put(account, difference);
        findings.require(
                difference == 0 || (before != null && before == difference),
                check,
                () -> "the account " + account.code() + " says " + balance(account) + ", its events make " + should);
    }

    void requireTrialBalance() {
        long trial = balances.values().stream().mapToLong(Long::longValue).sum();
        findings.require(trial == 0, Check.BALANCE, () -> "the trial balance is " + trial);
    }
}
