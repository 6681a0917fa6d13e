package quartier.pledge.simulation;

import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.journal.SnapshotStore;

/** Snapshots that are as good as those behind them, to be made worse in one place. */
class BadSnapshots implements SnapshotStore {

    private final SnapshotStore good;

    BadSnapshots(SnapshotStore good) {
        this.good = good;
    }

    @Override
    public Optional<Kept> find(String campaign) {
        return good.find(campaign);
    }

    @Override
    public Kept begin(String campaign, Stored pending) {
        return good.begin(campaign, pending);
    }

    @Override
    public void putParts(List<BsonDocument> parts) {
        good.putParts(parts);
    }

    @Override
    public boolean finish(String campaign, Stored current, @Nullable Stored former) {
        return good.finish(campaign, current, former);
    }

    @Override
    public void forget(String campaign, String attempt) {
        good.forget(campaign, attempt);
    }

    @Override
    public List<BsonDocument> parts(List<String> ids) {
        return good.parts(ids);
    }

    @Override
    public void removeParts(List<String> ids) {
        good.removeParts(ids);
    }
}
