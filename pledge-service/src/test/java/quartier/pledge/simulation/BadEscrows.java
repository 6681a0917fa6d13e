package quartier.pledge.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.escrow.Outcome;
import quartier.pledge.escrow.Statement;

/** Escrows that are as good as those behind them, to be made worse in one place. */
class BadEscrows implements Escrows {

    private final Escrows good;

    BadEscrows(Escrows good) {
        this.good = good;
    }

    @Override
    public CompletableFuture<Outcome> submit(String campaign, Command command) {
        return good.submit(campaign, command);
    }

    @Override
    public Optional<Escrow> find(String campaign) {
        return good.find(campaign);
    }

    @Override
    public Optional<Statement> statement(String campaign) {
        return good.statement(campaign);
    }

    @Override
    public List<String> withWork(Instant now, int limit) {
        return good.withWork(now, limit);
    }
}
