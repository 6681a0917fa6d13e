package quartier.pledge.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Page;
import quartier.pledge.escrow.journal.MemoryJournal;
import quartier.pledge.escrow.journal.StoredJournal;

/** What reconciliation has recorded, to be changed by hand. */
final class MemoryComparisons implements Comparisons {

    private static final class Pair {
        final List<Movement> statement = new ArrayList<>();
        final List<Movement> ledger = new ArrayList<>();

        @Nullable
        String campaign;

        @Nullable
        Instant since = Instant.EPOCH;

        @Nullable
        Long pretended;
    }

    private final Map<String, Pair> pairs = new TreeMap<>();
    private final Map<String, Long> pages = new HashMap<>();
    private Instant rememberedFrom = Instant.MIN;

    /** As reconciliation does, with all that the journal says of the campaign's money with the provider. */
    void compare(MemoryJournal journal, String campaign) {
        CashBook book = new CashBook(campaign, "EUR", new Findings(campaign, new AuditReport()));
        new StoredJournal(journal)
                .read(campaign, LongStream.rangeClosed(1, 100).boxed().toList())
                .forEach(stored -> {
                    Page page = stored.page();
                    book.read(page);
                    page(campaign, page.n());
                });
        book.lines().forEach((movement, line) -> ledger(campaign, line.key(), movement, line.minorUnits()));
    }

    /** Gives the provider's statement the same lines. */
    void agree() {
        pairs.values()
                .forEach(pair -> pair.ledger.forEach(
                        movement -> pair.statement.add(new Movement("txn_" + movement.id(), movement.minorUnits()))));
    }

    void ledger(String campaign, String key, String movement, long minorUnits) {
        Pair pair = pairs.computeIfAbsent(key, none -> new Pair());
        pair.campaign = campaign;
        pair.ledger.add(new Movement(movement, minorUnits));
    }

    void stranger(String key, long minorUnits) {
        pairs.computeIfAbsent(key, none -> new Pair()).statement.add(new Movement("txn_" + key, minorUnits));
    }

    void page(String campaign, long page) {
        pages.put(campaign, page);
    }

    void rememberedFrom(Instant from) {
        rememberedFrom = from;
    }

    void remove(String key) {
        pairs.remove(key);
    }

    void rename(String key, String other) {
        pairs.put(other, pair(key));
        pairs.remove(key);
    }

    void forgetStatement(String key) {
        pair(key).statement.clear();
    }

    void repeatStatement(String key) {
        pair(key).statement.add(pair(key).statement.getFirst());
    }

    void forgetAge(String key) {
        pair(key).since = null;
    }

    void changeLedger(String key, long by) {
        pair(key).ledger.replaceAll(movement -> new Movement(movement.id(), movement.minorUnits() + by));
    }

    void pretendToMatch(String key) {
        pair(key).pretended = 0L;
    }

    private Pair pair(String key) {
        Pair pair = pairs.get(key);
        if (pair == null) {
            throw new AssertionError("nothing is compared as " + key);
        }
        return pair;
    }

    @Override
    public long page(String campaign) {
        return pages.getOrDefault(campaign, 0L);
    }

    @Override
    public Instant rememberedFrom() {
        return rememberedFrom;
    }

    @Override
    public long count() {
        return pairs.size();
    }

    @Override
    public void ofCampaign(String campaign, Consumer<Compared> to) {
        forEach(campaign, to);
    }

    @Override
    public void ofNoCampaign(Consumer<Compared> to) {
        forEach(null, to);
    }

    private void forEach(@Nullable String campaign, Consumer<Compared> to) {
        pairs.forEach((key, pair) -> {
            if (Objects.equals(pair.campaign, campaign)) {
                long difference = sum(pair.statement) - sum(pair.ledger);
                to.accept(new Compared(
                        key,
                        pair.pretended == null ? difference : pair.pretended,
                        pair.since,
                        pair.statement,
                        pair.ledger));
            }
        });
    }

    private static long sum(List<Movement> movements) {
        return movements.stream().mapToLong(Movement::minorUnits).sum();
    }
}
