package quartier.pledge.escrow.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import quartier.pledge.escrow.Entry;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.EscrowSnapshot;
import quartier.pledge.escrow.Folded;
import quartier.pledge.escrow.Lives;
import quartier.pledge.escrow.Loans;
import quartier.pledge.escrow.Matching;
import quartier.pledge.escrow.Page;
import quartier.pledge.escrow.PersistentMap;

class SnapshotCodecTest {

    private static final int LIVES = 200;

    private final PageCodec pages = new PageCodec("test");

    @Test
    void givesBackEveryStateOfRandomLivesWhetherCutOrNot() {
        int states = 0;
        for (long seed = 1; seed <= LIVES; seed++) {
            Folded folded = Folded.nothing(Lives.CAMPAIGN);
            for (Entry entry : Lives.settled(seed)) {
                folded = folded.plus(page(folded, entry));
                states++;
                assertSame(
                        again(folded, states % 2 == 0 ? 2 : 256), folded, "seed " + seed + ", page " + folded.page());
            }
        }
        assertThat(states).isGreaterThan(LIVES * 20);
    }

    @Test
    void goesOnFromAnyStateAsTheJournalDoes() {
        for (long seed = 1; seed <= LIVES; seed++) {
            Folded folded = Folded.nothing(Lives.CAMPAIGN);
            Folded other = folded;
            for (Entry entry : Lives.settled(seed)) {
                folded = folded.plus(page(folded, entry));
                other = again(other.plus(page(other, entry)), 2);
            }
            assertSame(other, folded, "seed " + seed);
        }
    }

    @Test
    void doesNotReadAnotherFormat() {
        Folded folded = Folded.nothing(Lives.CAMPAIGN);
        for (Entry entry : Lives.settled(1)) {
            folded = folded.plus(page(folded, entry));
        }
        SnapshotCodec.Encoded encoded = SnapshotCodec.encode(folded, escrow(folded), "one", 2);
        BsonDocument other = encoded.head().clone().append("format", new BsonString("older"));

        assertThat(SnapshotCodec.isReadable(encoded.head())).isTrue();
        assertThat(SnapshotCodec.isReadable(other)).isFalse();
        assertThatThrownBy(() -> SnapshotCodec.decode(other, encoded.layout(), parts -> List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Page page(Folded before, Entry entry) {
        return pages.encode(Lives.CAMPAIGN, before.page() + 1, before.hash(), List.of(entry))
                .page();
    }

    private static Folded again(Folded folded, int inTheHead) {
        SnapshotCodec.Encoded encoded = SnapshotCodec.encode(folded, escrow(folded), "one", inTheHead);
        Map<String, BsonDocument> parts = new HashMap<>();
        encoded.parts().forEach(part -> parts.put(part.getString("_id").getValue(), part));
        assertThat(parts.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        SnapshotCodec.partsOf(encoded.campaign(), encoded.attempt(), encoded.layout()));
        return SnapshotCodec.decode(
                encoded.head(),
                encoded.layout(),
                ids -> ids.stream()
                        .map(id -> Objects.requireNonNull(parts.remove(id), "read twice"))
                        .toList());
    }

    private static Escrow escrow(Folded folded) {
        Escrow escrow = folded.escrow();
        if (escrow == null) {
            throw new AssertionError("not opened");
        }
        return escrow;
    }

    private static void assertSame(Folded actual, Folded expected, String which) {
        assertThat(actual.page()).as(which).isEqualTo(expected.page());
        assertThat(actual.hash()).as(which).isEqualTo(expected.hash());
        assertThat(actual.balances()).as(which).isEqualTo(expected.balances());
        assertThat(content(EscrowSnapshot.of(escrow(actual))))
                .as(which)
                .isEqualTo(content(EscrowSnapshot.of(escrow(expected))));
    }

    /** Maps as their entries, so that two can be compared. */
    private static Map<String, @Nullable Object> content(Record record) {
        Map<String, @Nullable Object> content = new TreeMap<>();
        try {
            for (RecordComponent part : record.getClass().getRecordComponents()) {
                content.put(part.getName(), comparable(part.getAccessor().invoke(record)));
            }
        } catch (ReflectiveOperationException notPublic) {
            throw new LinkageError(notPublic.getMessage(), notPublic);
        }
        return content;
    }

    private static @Nullable Object comparable(@Nullable Object value) {
        return switch (value) {
            case PersistentMap<?> map -> {
                Map<String, Object> entries = new TreeMap<>();
                map.parts(1).values().forEach(entries::putAll);
                assertThat(new ArrayList<>(map.values()))
                        .hasSize(entries.size())
                        .hasSize(map.size());
                yield entries;
            }
            case Matching matching -> content(matching);
            case Loans loans -> content(loans);
            case null, default -> value;
        };
    }
}
