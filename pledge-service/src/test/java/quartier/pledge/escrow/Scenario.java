package quartier.pledge.escrow;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A campaign that commands are given to one after the other, with its ledger. */
final class Scenario {

    static final String CAMPAIGN = "kfe";

    private @Nullable Escrow escrow;
    private final Map<Account, Long> balances = new EnumMap<>(Account.class);
    private final List<Event> history = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    static Scenario opened() {
        return opened(Campaigns.terms());
    }

    static Scenario opened(Terms terms) {
        Scenario scenario = new Scenario();
        scenario.accept(Campaigns.open(terms));
        return scenario;
    }

    Decision decide(Command command) {
        Decision decision = Rules.decide(CAMPAIGN, escrow, command);
        switch (decision) {
            case Decision.Accepted accepted -> {
                apply(accepted.events(), accepted.transaction());
                Transaction transaction = accepted.transaction();
                if (transaction != null) {
                    transaction
                            .postings()
                            .forEach(
                                    posting -> balances.merge(posting.account(), posting.minorUnits(), Math::addExact));
                }
            }
            case Decision.Rejected rejected -> apply(rejected.remembered(), null);
        }
        return decision;
    }

    private void apply(List<Event> events, @Nullable Transaction transaction) {
        if (!events.isEmpty()) {
            entries.add(new Entry(null, events, transaction));
        }
        escrow = Evolution.evolve(escrow, events);
        history.addAll(events);
    }

    List<Event> accept(Command command) {
        if (decide(command) instanceof Decision.Accepted accepted) {
            return accepted.events();
        }
        throw new AssertionError("refused: " + command);
    }

    Rejection refuse(Command command) {
        if (decide(command) instanceof Decision.Rejected rejected) {
            return rejected.reason();
        }
        throw new AssertionError("accepted: " + command);
    }

    /** Places and pays. */
    Scenario backed(String pledge, long cents) {
        accept(Campaigns.place(pledge, cents));
        accept(Campaigns.confirm(pledge, cents));
        return this;
    }

    Escrow escrow() {
        if (escrow == null) {
            throw new AssertionError("not opened");
        }
        return escrow;
    }

    PledgeStatus status(String pledge) {
        return escrow().status(escrow().pledge(pledge).orElseThrow());
    }

    long balance(Account account) {
        return balances.getOrDefault(account, 0L);
    }

    List<Event> history() {
        return history;
    }

    /** The decisions, as the journal has them. */
    List<Entry> entries() {
        return entries;
    }
}
