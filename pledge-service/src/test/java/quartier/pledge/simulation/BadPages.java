package quartier.pledge.simulation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import quartier.pledge.escrow.journal.PageStore;

/** Pages that are as good as those behind them, to be made worse in one place. */
class BadPages implements PageStore {

    private final PageStore good;

    BadPages(PageStore good) {
        this.good = good;
    }

    @Override
    public void insert(List<BsonDocument> pages) {
        good.insert(pages);
    }

    @Override
    public Map<BsonDocument, String> hashes(List<BsonDocument> ids) {
        return good.hashes(ids);
    }

    @Override
    public List<BsonDocument> read(List<BsonDocument> ids) {
        return good.read(ids);
    }

    @Override
    public Set<String> existing(Map<String, Long> wanted) {
        return good.existing(wanted);
    }
}
