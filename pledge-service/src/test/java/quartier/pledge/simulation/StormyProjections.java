package quartier.pledge.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import quartier.pledge.escrow.journal.Projections;

/** Projections as one process reaches them. */
record StormyProjections(Projections store, Replica process, Weather weather, Chance chance) implements Projections {

    @Override
    public void opening(String campaign) {
        write("make " + campaign + " known", () -> store.opening(campaign));
    }

    @Override
    public Optional<Position> position(String campaign) {
        return weather.io(process, "read the position of " + campaign, () -> store.position(campaign));
    }

    @Override
    public List<Position> positionsAfter(String campaign, int limit) {
        return weather.io(process, "read positions", () -> store.positionsAfter(campaign, limit));
    }

    @Override
    public List<String> withWork(Instant now, int limit) {
        return weather.io(process, "look for work", () -> store.withWork(now, limit));
    }

    @Override
    public void relayed(String campaign, long page) {
        write(campaign + " is relayed to page " + page, () -> store.relayed(campaign, page));
    }

    @Override
    public void putPledges(String campaign, long page, List<Document> pledges) {
        List<Document> copy = List.copyOf(pledges);
        weather.io(
                process,
                "project " + copy.size() + " pledges of " + campaign + " at page " + page,
                () -> put(campaign, page, copy),
                () -> put(
                        campaign,
                        page,
                        copy.stream().filter(pledge -> !chance.oneIn(2)).toList()));
    }

    private boolean put(String campaign, long page, List<Document> pledges) {
        store.putPledges(campaign, page, pledges);
        return true;
    }

    @Override
    public void putEscrow(String campaign, long page, Document escrow) {
        write("project " + campaign + " at page " + page, () -> store.putEscrow(campaign, page, escrow));
    }

    private void write(String what, Runnable effect) {
        weather.io(process, what, () -> {
            effect.run();
            return true;
        });
    }
}
