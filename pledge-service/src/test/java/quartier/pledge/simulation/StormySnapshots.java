package quartier.pledge.simulation;

import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.journal.SnapshotStore;

/** Snapshots as one process reaches them. */
record StormySnapshots(SnapshotStore store, Replica process, Weather weather, Chance chance) implements SnapshotStore {

    @Override
    public Optional<Kept> find(String campaign) {
        return weather.io(process, "look for a snapshot of " + campaign, () -> store.find(campaign));
    }

    @Override
    public Kept begin(String campaign, Stored pending) {
        return weather.io(process, "begin a snapshot of " + campaign, () -> store.begin(campaign, pending));
    }

    @Override
    public void putParts(List<BsonDocument> parts) {
        weather.io(
                process,
                "put " + parts.size() + " parts of a snapshot",
                () -> put(parts),
                () -> put(parts.stream().filter(part -> !chance.oneIn(2)).toList()));
    }

    private boolean put(List<BsonDocument> parts) {
        store.putParts(parts);
        return true;
    }

    @Override
    public boolean finish(String campaign, Stored current, @Nullable Stored former) {
        return weather.io(process, "finish a snapshot of " + campaign, () -> store.finish(campaign, current, former));
    }

    @Override
    public void forget(String campaign, String attempt) {
        write("forget a snapshot of " + campaign, () -> store.forget(campaign, attempt));
    }

    @Override
    public List<BsonDocument> parts(List<String> ids) {
        return weather.io(process, "read " + ids.size() + " parts of snapshots", () -> store.parts(ids));
    }

    @Override
    public void removeParts(List<String> ids) {
        write("remove " + ids.size() + " parts of snapshots", () -> store.removeParts(ids));
    }

    private void write(String what, Runnable effect) {
        weather.io(process, what, () -> {
            effect.run();
            return true;
        });
    }
}
