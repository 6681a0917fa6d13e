package quartier.pledge.simulation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import quartier.pledge.escrow.journal.PageStore;

/** Pages as one process reaches them. */
record StormyPages(PageStore store, Replica process, Weather weather, Chance chance) implements PageStore {

    @Override
    public void insert(List<BsonDocument> pages) {
        weather.io(
                process,
                "insert " + pages.size() + " pages from " + pages.getFirst().getDocument("_id"),
                () -> inserted(pages),
                () -> inserted(pages.stream().filter(page -> !chance.oneIn(2)).toList()));
    }

    private boolean inserted(List<BsonDocument> pages) {
        store.insert(pages);
        return true;
    }

    @Override
    public Map<BsonDocument, String> hashes(List<BsonDocument> ids) {
        return weather.io(process, "look up " + ids.size() + " pages", () -> store.hashes(ids));
    }

    @Override
    public List<BsonDocument> read(List<BsonDocument> ids) {
        return weather.io(process, "read pages from " + ids.getFirst(), () -> store.read(ids));
    }

    @Override
    public Set<String> existing(Map<String, Long> wanted) {
        return weather.io(process, "probe pages", () -> store.existing(wanted));
    }
}
