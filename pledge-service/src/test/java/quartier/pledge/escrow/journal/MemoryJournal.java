package quartier.pledge.escrow.journal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Decision;
import quartier.pledge.escrow.Entry;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Event;
import quartier.pledge.escrow.Evolution;
import quartier.pledge.escrow.Folded;
import quartier.pledge.escrow.Page;
import quartier.pledge.escrow.Rules;

/** A journal and its projections in memory, which can be damaged as a faulty process or a hand would. */
public final class MemoryJournal implements JournalDocuments {

    private final PageCodec codec = new PageCodec("memory");
    private final Map<String, TreeMap<Long, BsonDocument>> pages = new TreeMap<>();
    private final Map<String, Document> escrows = new TreeMap<>();
    private final Map<String, Document> pledges = new TreeMap<>();
    private final Map<String, @Nullable Escrow> states = new HashMap<>();

    /** Decides as the writer does and stores a page. */
    public void accept(String campaign, Command command) {
        Escrow before = states.get(campaign);
        if (!(Rules.decide(campaign, before, command) instanceof Decision.Accepted accepted)
                || accepted.events().isEmpty()) {
            throw new AssertionError("not accepted: " + command);
        }
        states.put(campaign, Evolution.evolve(before, accepted.events()));
        plant(campaign, new Entry(null, accepted.events(), accepted.transaction()));
    }

    /** Stores a page in its place in the chain, whatever it says. */
    public void plant(String campaign, Entry... entries) {
        String hash = lastPage(campaign) == 0 ? Page.NO_HASH : PageCodec.hashIn(page(campaign, lastPage(campaign)));
        plantAfter(hash, campaign, entries);
    }

    /** The same, chained to something else. */
    public void plantAfter(String previous, String campaign, Entry... entries) {
        long n = lastPage(campaign) + 1;
        pages(campaign)
                .put(n, codec.encode(campaign, n, previous, List.of(entries)).document());
    }

    public long lastPage(String campaign) {
        return pages(campaign).isEmpty() ? 0 : pages(campaign).lastKey();
    }

    private NavigableMap<Long, BsonDocument> pages(String campaign) {
        return pages.computeIfAbsent(campaign, none -> new TreeMap<>());
    }

    private BsonDocument page(String campaign, long n) {
        return Objects.requireNonNull(pages(campaign).get(n));
    }

    public void remove(String campaign, long n) {
        pages(campaign).remove(n);
    }

    /** Changes a byte of the first place where the page says that. */
    public void tamper(String campaign, long n, String text) {
        byte[] body = page(campaign, n).getBinary("body").getData().clone();
        int place = new String(body, StandardCharsets.ISO_8859_1).indexOf(text);
        body[place + text.length() - 1] ^= 1;
        BsonDocument tampered = page(campaign, n).clone();
        pages(campaign).put(n, tampered.append("body", new BsonBinary(body)));
    }

    /** Brings the campaign's projections up to date, as far as the journal can be folded. */
    public void project(String campaign) {
        Folded folded = Folded.nothing(campaign);
        for (BsonDocument page : pages(campaign).values()) {
            folded = folded.plus(codec.decode(page));
        }
        Escrow escrow = folded.escrow();
        if (escrow == null) {
            throw new AssertionError("not opened: " + campaign);
        }
        long n = folded.page();
        escrows.put(
                campaign,
                ProjectedDocuments.escrow(folded).append("projectedPage", n).append("relayedPage", n));
        escrow.pledges()
                .forEach(pledge -> pledges.putIfAbsent(pledge.promise().pledge(), new Document("campaign", campaign)));
        escrow.pledges()
                .filter(pledge ->
                        campaign.equals(document(pledge.promise().pledge()).getString("campaign")))
                .forEach(pledge -> pledges.put(
                        pledge.promise().pledge(),
                        ProjectedDocuments.pledge(ProjectedDocuments.view(escrow, pledge))
                                .append("_id", pledge.promise().pledge())
                                .append("page", n)));
    }

    /** The pledge's document, to be changed by hand. */
    public Document document(String pledge) {
        return pledges.computeIfAbsent(pledge, id -> new Document("_id", id));
    }

    /** The campaign's document, to be changed by hand. */
    public Document campaignDocument(String campaign) {
        return escrows.computeIfAbsent(campaign, id -> new Document("projectedPage", 0L).append("relayedPage", 0L));
    }

    public void removeDocument(String pledge) {
        pledges.remove(pledge);
    }

    public List<Event> events(String campaign) {
        List<Event> events = new ArrayList<>();
        pages(campaign)
                .values()
                .forEach(page -> codec.decode(page).entries().forEach(entry -> events.addAll(entry.events())));
        return events;
    }

    @Override
    public void forEachPage(BiConsumer<String, Long> page) {
        pages.forEach((campaign, all) -> all.keySet().forEach(n -> page.accept(campaign, n)));
    }

    @Override
    public void forEachCampaign(Consumer<String> campaign) {
        escrows.keySet().forEach(campaign);
    }

    @Override
    public List<BsonDocument> pages(List<BsonDocument> ids) {
        List<BsonDocument> found = new ArrayList<>();
        for (BsonDocument id : ids) {
            BsonDocument page = pages(id.getString("campaign").getValue())
                    .get(id.getInt64("n").getValue());
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
        return ids.stream().filter(pledges::containsKey).map(pledges::get).toList();
    }

    @Override
    public long countPledges() {
        return pledges.size();
    }
}
