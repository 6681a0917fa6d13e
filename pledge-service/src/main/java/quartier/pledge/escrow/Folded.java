package quartier.pledge.escrow;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A campaign's journal folded up to a page: the escrow from the events, the balances from the transactions.
 *
 * @param page 0 before the first
 * @param hash of that page
 * @param escrow null before the campaign was opened
 * @param balances debits minus credits, in minor units
 */
public record Folded(
        String campaign, long page, String hash, @Nullable Escrow escrow, Map<Account, Long> balances) {

    private static final int AT_ONCE = 64;

    public Folded {
        balances = Map.copyOf(balances);
    }

    public static Folded nothing(String campaign) {
        return new Folded(campaign, 0, Page.NO_HASH, null, Map.of());
    }

    /** Folds all that the journal has after this. */
    public Folded upToDate(Journal journal) {
        Folded folded = this;
        List<Page> pages;
        do {
            pages = journal.read(campaign, folded.page + 1, AT_ONCE);
            for (Page next : pages) {
                folded = folded.plus(next);
            }
        } while (pages.size() == AT_ONCE);
        return folded;
    }

    /** @throws IllegalStateException when the page does not follow this one: the journal is damaged */
    public Folded plus(Page next) {
        if (next.n() != page + 1 || !next.previous().equals(hash)) {
            throw new IllegalStateException("page " + next.n() + " of " + campaign + " does not follow page " + page);
        }
        List<Event> events = new ArrayList<>();
        next.entries().forEach(entry -> events.addAll(entry.events()));
        return plus(next, Evolution.evolve(escrow, events));
    }

    /** The same, with the escrow folded already. */
    public Folded plus(Page next, @Nullable Escrow after) {
        Map<Account, Long> sums = new EnumMap<>(Account.class);
        sums.putAll(balances);
        for (Entry entry : next.entries()) {
            if (entry.transaction() != null) {
                entry.transaction()
                        .postings()
                        .forEach(posting -> sums.merge(posting.account(), posting.minorUnits(), Math::addExact));
            }
        }
        return new Folded(campaign, next.n(), next.hash(), after, sums);
    }

    public Optional<Statement> statement() {
        return escrow == null ? Optional.empty() : Optional.of(new Statement(page, balances));
    }
}
