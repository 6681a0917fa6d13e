package quartier.pledge.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import quartier.pledge.escrow.journal.Projections;

/** Projections that are as good as those behind them, to be made worse in one place. */
class BadProjections implements Projections {

    private final Projections good;

    BadProjections(Projections good) {
        this.good = good;
    }

    @Override
    public void opening(String campaign) {
        good.opening(campaign);
    }

    @Override
    public Optional<Position> position(String campaign) {
        return good.position(campaign);
    }

    @Override
    public List<Position> positionsAfter(String campaign, int limit) {
        return good.positionsAfter(campaign, limit);
    }

    @Override
    public List<String> withWork(Instant now, int limit) {
        return good.withWork(now, limit);
    }

    @Override
    public void relayed(String campaign, long page) {
        good.relayed(campaign, page);
    }

    @Override
    public void putPledges(String campaign, long page, List<Document> pledges) {
        good.putPledges(campaign, page, pledges);
    }

    @Override
    public void putEscrow(String campaign, long page, Document escrow) {
        good.putEscrow(campaign, page, escrow);
    }
}
