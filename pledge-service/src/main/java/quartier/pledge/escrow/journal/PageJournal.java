package quartier.pledge.escrow.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.bson.BsonDocument;
import quartier.pledge.escrow.Entry;
import quartier.pledge.escrow.Journal;
import quartier.pledge.escrow.Page;

/** The journal as documents of a {@link PageStore}. */
final class PageJournal implements Journal {

    private final PageStore store;
    private final PageCodec codec;
    private final Function<PageCodec.Encoded, CompletableFuture<Appended>> commit;

    /** @param commit stores a page */
    PageJournal(PageStore store, PageCodec codec, Function<PageCodec.Encoded, CompletableFuture<Appended>> commit) {
        this.store = store;
        this.codec = codec;
        this.commit = commit;
    }

    @Override
    public Draft draft(String campaign, long n, String previous, List<Entry> entries) {
        PageCodec.Encoded encoded = codec.encode(campaign, n, previous, entries);
        return new Draft() {
            @Override
            public Page page() {
                return encoded.page();
            }

            @Override
            public CompletableFuture<Appended> write() {
                return commit.apply(encoded);
            }
        };
    }

    @Override
    public List<Page> read(String campaign, long n, int limit) {
        List<BsonDocument> ids = LongStream.range(n, n + limit)
                .mapToObj(number -> PageCodec.id(campaign, number))
                .toList();
        Map<Long, BsonDocument> found = new HashMap<>();
        for (BsonDocument page : store.read(ids)) {
            found.put(page.getDocument("_id").getInt64("n").getValue(), page);
        }
        List<Page> dense = new ArrayList<>();
        for (long number = n; found.get(number) != null; number++) {
            dense.add(codec.decode(found.get(number)));
        }
        return dense;
    }
}
