package quartier.pledge.escrow.journal;

import com.mongodb.MongoException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A store in memory that keeps its promises: keys are unique and each update is conditional and atomic. */
public class MemoryStore implements PageStore, Projections, JournalDocuments, SnapshotStore {

    private final Map<String, TreeMap<Long, BsonDocument>> pages = new TreeMap<>();
    private final Map<String, Kept> kept = new TreeMap<>();
    private final Map<String, BsonDocument> parts = new TreeMap<>();
    private final Map<String, Document> escrows = new TreeMap<>();
    private final Map<String, Document> pledges = new TreeMap<>();

    @Override
    public void insert(List<BsonDocument> documents) {
        boolean refused = false;
        for (BsonDocument page : documents) {
            refused |= pagesOf(page).putIfAbsent(number(page.getDocument("_id")), page) != null;
        }
        if (refused) {
            throw new MongoException(11_000, "duplicate key");
        }
    }

    /** As a store without a unique key would: the last one stands. */
    public void overwrite(List<BsonDocument> documents) {
        documents.forEach(page -> pagesOf(page).put(number(page.getDocument("_id")), page));
    }

    private Map<Long, BsonDocument> pagesOf(BsonDocument page) {
        return pages.computeIfAbsent(campaign(page.getDocument("_id")), campaign -> new TreeMap<>());
    }

    @Override
    public Map<BsonDocument, String> hashes(List<BsonDocument> ids) {
        Map<BsonDocument, String> hashes = new HashMap<>();
        pages(ids).forEach(page -> hashes.put(page.getDocument("_id"), PageCodec.hashIn(page)));
        return hashes;
    }

    @Override
    public List<BsonDocument> read(List<BsonDocument> ids) {
        return pages(ids);
    }

    @Override
    public Set<String> existing(Map<String, Long> wanted) {
        Set<String> existing = new HashSet<>();
        wanted.forEach((campaign, n) -> {
            if (pages.getOrDefault(campaign, new TreeMap<>()).containsKey(n)) {
                existing.add(campaign);
            }
        });
        return existing;
    }

    /** The number of the campaign's last page. */
    public long lastPage(String campaign) {
        TreeMap<Long, BsonDocument> all = pages.get(campaign);
        return all == null ? 0 : all.lastKey();
    }

    @Override
    public Optional<Kept> find(String campaign) {
        return Optional.ofNullable(kept.get(campaign));
    }

    @Override
    public Kept begin(String campaign, Stored pending) {
        Kept known = kept.getOrDefault(campaign, Kept.NOTHING);
        kept.put(campaign, new Kept(known.current(), known.former(), pending));
        return known;
    }

    @Override
    public void putParts(List<BsonDocument> documents) {
        documents.forEach(part -> parts.put(part.getString("_id").getValue(), part));
    }

    @Override
    public boolean finish(String campaign, Stored current, @Nullable Stored former) {
        Kept known = kept.get(campaign);
        Stored pending = known == null ? null : known.pending();
        if (pending == null || !pending.attempt().equals(current.attempt())) {
            return false;
        }
        kept.put(campaign, new Kept(current, former, null));
        return true;
    }

    @Override
    public void forget(String campaign, String attempt) {
        Kept known = kept.get(campaign);
        Stored current = known == null ? null : known.current();
        if (known != null && current != null && current.attempt().equals(attempt)) {
            kept.put(campaign, new Kept(null, known.former(), known.pending()));
        }
    }

    @Override
    public List<BsonDocument> parts(List<String> ids) {
        return ids.stream().map(parts::get).filter(Objects::nonNull).toList();
    }

    @Override
    public void removeParts(List<String> ids) {
        ids.forEach(parts::remove);
    }

    @Override
    public void opening(String campaign) {
        escrows.putIfAbsent(campaign, new Document("projectedPage", 0L).append("relayedPage", 0L));
    }

    @Override
    public Optional<Position> position(String campaign) {
        return Optional.ofNullable(escrows.get(campaign)).map(document -> position(campaign, document));
    }

    @Override
    public List<Position> positionsAfter(String campaign, int limit) {
        return escrows.entrySet().stream()
                .filter(entry -> entry.getKey().compareTo(campaign) > 0)
                .limit(limit)
                .map(entry -> position(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Position position(String campaign, Document document) {
        return new Position(campaign, document.getLong("projectedPage"), document.getLong("relayedPage"));
    }

    @Override
    public List<String> withWork(Instant now, int limit) {
        return escrows.entrySet().stream()
                .filter(entry -> entry.getValue().getDate("nextWork") != null)
                .filter(entry -> !nextWork(entry).isAfter(now))
                .sorted(Comparator.comparing(MemoryStore::nextWork))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Instant nextWork(Map.Entry<String, Document> entry) {
        return entry.getValue().getDate("nextWork").toInstant();
    }

    @Override
    public void relayed(String campaign, long page) {
        Document document = escrows.get(campaign);
        if (document != null && document.getLong("relayedPage") < page) {
            escrows.put(campaign, new Document(document).append("relayedPage", page));
        }
    }

    @Override
    public void putPledges(String campaign, long page, List<Document> documents) {
        for (Document pledge : documents) {
            Document known = pledges.get(pledge.getString("_id"));
            if (known == null || (known.getString("campaign").equals(campaign) && known.getLong("page") <= page)) {
                overwrite(page, pledge);
            }
        }
    }

    /** As a careless update would: whatever stands there. */
    public void overwrite(long page, Document pledge) {
        pledges.put(pledge.getString("_id"), new Document(pledge).append("page", page));
    }

    @Override
    public void putEscrow(String campaign, long page, Document escrow) {
        Document known = escrows.get(campaign);
        if (known != null && known.getLong("projectedPage") < page) {
            overwrite(campaign, page, escrow);
        }
    }

    /** As a careless update would: whatever stands there. */
    public void overwrite(String campaign, long page, Document escrow) {
        Document changed = new Document(escrows.getOrDefault(campaign, new Document()));
        changed.putAll(escrow);
        escrows.put(campaign, changed.append("projectedPage", page));
    }

    @Override
    public void forEachPage(BiConsumer<String, Long> page) {
        pages.forEach((campaign, all) -> all.keySet().forEach(n -> page.accept(campaign, n)));
    }

    @Override
    public List<BsonDocument> pages(List<BsonDocument> ids) {
        List<BsonDocument> found = new ArrayList<>();
        for (BsonDocument id : ids) {
            BsonDocument page =
                    pages.getOrDefault(campaign(id), new TreeMap<>()).get(number(id));
            if (page != null) {
                found.add(page);
            }
        }
        return found;
    }

    @Override
    public Optional<Document> escrow(String campaign) {
        return Optional.ofNullable(escrows.get(campaign));
    }

    @Override
    public List<Document> pledges(Collection<String> ids) {
        return ids.stream()
                .sorted()
                .map(pledges::get)
                .filter(document -> document != null)
                .toList();
    }

    @Override
    public long countPledges() {
        return pledges.size();
    }

    private static String campaign(BsonDocument id) {
        return id.getString("campaign").getValue();
    }

    private static long number(BsonDocument id) {
        return id.getInt64("n").getValue();
    }
}
