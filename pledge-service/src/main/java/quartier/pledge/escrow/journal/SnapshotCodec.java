package quartier.pledge.escrow.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.io.BasicOutputBuffer;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Account;
import quartier.pledge.escrow.Allowance;
import quartier.pledge.escrow.CampaignState;
import quartier.pledge.escrow.Dispute;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.EscrowSnapshot;
import quartier.pledge.escrow.Folded;
import quartier.pledge.escrow.Loans;
import quartier.pledge.escrow.Matching;
import quartier.pledge.escrow.Payout;
import quartier.pledge.escrow.PersistentMap;
import quartier.pledge.escrow.Pledge;
import quartier.pledge.escrow.Refund;
import quartier.pledge.escrow.Refusal;
import quartier.pledge.escrow.RepaymentPart;
import quartier.pledge.escrow.Review;
import quartier.pledge.escrow.Split;
import quartier.pledge.escrow.Terms;
import quartier.pledge.escrow.TierCount;
import quartier.pledge.escrow.Totals;

/**
 * A fold as a head and parts. The head has all that is small; a map with many entries is cut by the hashes of its keys
 * into parts of some hundred, so that whoever reads the snapshot fetches the head and then only what it asks for.
 */
final class SnapshotCodec {

    /** To be raised when the same journal is folded to something else than before. */
    private static final int MEANING = 1;

    /** How many entries of a map are not worth parts of their own. */
    static final int IN_THE_HEAD = 256;

    private static final int FEW = 8_192;

    private static final RecordCodec CODEC = new RecordCodec(Tags.SNAPSHOT);

    /** What the stored bytes are good for; a snapshot of another format is not read. */
    static final String FORMAT = format();

    /** How a map was cut. Which parts it has stands beside the head, for those who can't read this. */
    public record Cut(String map, int size, int levels) {}

    public record Balance(Account account, long minorUnits) {}

    /** @param attempt part of the parts' ids, unlike that of any other snapshot */
    public record Head(
            String campaign,
            String attempt,
            long page,
            String hash,
            List<Balance> balances,
            String owner,
            Terms terms,
            CampaignState state,
            long sequence,
            Totals totals,
            long cashDue,
            @Nullable Split split,
            @Nullable Instant closingSince,
            boolean settled,
            List<Loans.Instalment> instalments,
            List<Cut> cuts) {}

    /**
     * @param layout the places that each cut map has parts at
     * @param head with the small maps
     */
    record Encoded(
            String campaign,
            String attempt,
            long page,
            BsonDocument layout,
            BsonDocument head,
            List<BsonDocument> parts) {}

    private SnapshotCodec() {}

    /**
     * @param attempt unlike that of any other snapshot
     * @param inTheHead how many entries of a map stay in the head
     */
    static Encoded encode(Folded folded, Escrow escrow, String attempt, int inTheHead) {
        EscrowSnapshot snapshot = EscrowSnapshot.of(escrow);
        var cutting = new Cutting(folded.campaign(), attempt, inTheHead);
        cutAll(cutting, snapshot);
        List<Balance> balances = new ArrayList<>();
        folded.balances().forEach((account, minorUnits) -> balances.add(new Balance(account, minorUnits)));
        Head head = new Head(
                folded.campaign(),
                attempt,
                folded.page(),
                folded.hash(),
                balances,
                snapshot.owner(),
                snapshot.terms(),
                snapshot.state(),
                snapshot.sequence(),
                snapshot.totals(),
                snapshot.cashDue(),
                snapshot.split(),
                snapshot.closingSince(),
                snapshot.settled(),
                snapshot.loans().instalments(),
                cutting.cuts);
        BsonDocument document = new BsonDocument("format", new BsonString(FORMAT))
                .append("body", binary(out -> CODEC.write(out, head)))
                .append("maps", cutting.small);
        return new Encoded(folded.campaign(), attempt, folded.page(), cutting.layout, document, cutting.parts);
    }

    /** The one list of the maps and what they hold; {@link #decode} reads the same. */
    private static void cutAll(Cutting cutting, EscrowSnapshot snapshot) {
        cutting.cut("tiers", snapshot.tiers(), TierCount.class);
        cutting.cut("pledges", snapshot.pledges(), Pledge.class);
        cutting.cut("holds", snapshot.holds(), Pledge.Waiting.class);
        cutting.cut("refusals", snapshot.refusals(), Refusal.class);
        cutting.cut("changes", snapshot.changes(), String.class);
        cutting.cut("reviews", snapshot.reviews(), Review.class);
        cutting.cut("backers", snapshot.backers(), Integer.class);
        cutting.cut("lentBy", snapshot.lentBy(), Long.class);
        cutting.cut("refunds", snapshot.refunds(), Refund.class);
        cutting.cut("refundsDue", snapshot.refundsDue(), Refund.class);
        cutting.cut("cashRefunds", snapshot.cashRefunds(), Refund.class);
        cutting.cut("failedRefunds", snapshot.failedRefunds(), Refund.Failed.class);
        cutting.cut("disputes", snapshot.disputes(), Dispute.class);
        cutting.cut("payouts", snapshot.payouts(), Payout.class);
        cutting.cut("allowances", snapshot.matching().allowances(), Allowance.class);
        cutting.cut("matchOfPledges", snapshot.matching().ofPledges(), Long.class);
        cutting.cut("matchOfBackers", snapshot.matching().ofBackers(), Long.class);
        cutting.cut("lent", snapshot.loans().lent(), Loans.Loan.class);
        cutting.cut("allocated", snapshot.loans().allocated(), Long.class);
        cutting.cut("repayments", snapshot.loans().repayments(), Long.class);
        cutting.cut("parts", snapshot.loans().parts(), RepaymentPart.class);
        cutting.cut("pending", snapshot.loans().pending(), RepaymentPart.class);
    }

    /**
     * @param fetch gives parts' documents by their ids, when they are needed; what it throws, the escrow's question throws
     * @throws IllegalArgumentException when it is of another format
     */
    static Folded decode(BsonDocument document, BsonDocument layout, Function<List<String>, List<BsonDocument>> fetch) {
        if (!isReadable(document)) {
            throw new IllegalArgumentException("not a snapshot that this version reads");
        }
        Head head = (Head) CODEC.read(reader(document), Head.class);
        Joining maps = new Joining(head, document.getDocument("maps"), layout, fetch);
        EscrowSnapshot snapshot = new EscrowSnapshot(
                head.campaign(),
                head.owner(),
                head.terms(),
                head.state(),
                head.sequence(),
                head.totals(),
                head.cashDue(),
                head.split(),
                head.closingSince(),
                head.settled(),
                maps.join("tiers", TierCount.class),
                maps.join("pledges", Pledge.class),
                maps.join("holds", Pledge.Waiting.class),
                maps.join("refusals", Refusal.class),
                maps.join("changes", String.class),
                maps.join("reviews", Review.class),
                maps.join("backers", Integer.class),
                maps.join("lentBy", Long.class),
                maps.join("refunds", Refund.class),
                maps.join("refundsDue", Refund.class),
                maps.join("cashRefunds", Refund.class),
                maps.join("failedRefunds", Refund.Failed.class),
                maps.join("disputes", Dispute.class),
                maps.join("payouts", Payout.class),
                new Matching(
                        maps.join("allowances", Allowance.class),
                        maps.join("matchOfPledges", Long.class),
                        maps.join("matchOfBackers", Long.class)),
                new Loans(
                        head.instalments(),
                        maps.join("lent", Loans.Loan.class),
                        maps.join("allocated", Long.class),
                        maps.join("repayments", Long.class),
                        maps.join("parts", RepaymentPart.class),
                        maps.join("pending", RepaymentPart.class)));
        Map<Account, Long> balances = new EnumMap<>(Account.class);
        head.balances().forEach(balance -> balances.put(balance.account(), balance.minorUnits()));
        return new Folded(head.campaign(), head.page(), head.hash(), snapshot.escrow(), balances);
    }

    static boolean isReadable(BsonDocument document) {
        return FORMAT.equals(document.getString("format", new BsonString("")).getValue());
    }

    /** The ids of all parts of a snapshot of any format. */
    static List<String> partsOf(String campaign, String attempt, BsonDocument layout) {
        List<String> ids = new ArrayList<>();
        layout.forEach((map, places) -> places.asArray()
                .forEach(place ->
                        ids.add(partId(campaign, attempt, map, place.asInt32().getValue()))));
        return ids;
    }

    private static String partId(String campaign, String attempt, String map, int place) {
        return campaign + "/" + attempt + "/" + map + "/" + place;
    }

    /** Takes maps apart. */
    private static final class Cutting {

        private final String campaign;
        private final String attempt;
        private final int inTheHead;
        private final List<Cut> cuts = new ArrayList<>();
        private final BsonDocument small = new BsonDocument();
        private final BsonDocument layout = new BsonDocument();
        private final List<BsonDocument> parts = new ArrayList<>();

        Cutting(String campaign, String attempt, int inTheHead) {
            this.campaign = campaign;
            this.attempt = attempt;
            this.inTheHead = inTheHead;
        }

        <V> void cut(String name, PersistentMap<V> map, Class<V> type) {
            if (map.isEmpty()) {
                return;
            }
            int levels = map.size() <= FEW ? 1 : 2;
            Map<Integer, Map<String, V>> places = map.parts(levels);
            if (map.size() <= inTheHead) {
                Map<String, V> all = new HashMap<>();
                places.values().forEach(all::putAll);
                small.append(name, binary(out -> CODEC.writeMap(out, all, type)));
                return;
            }
            cuts.add(new Cut(name, map.size(), levels));
            layout.append(
                    name,
                    new BsonArray(places.keySet().stream().map(BsonInt32::new).toList()));
            places.forEach((place, entries) -> {
                String id = partId(campaign, attempt, name, place);
                BsonDocument part = new BsonDocument("_id", new BsonString(id))
                        .append("body", binary(out -> CODEC.writeMap(out, entries, type)));
                parts.add(part);
            });
        }
    }

    /** Puts maps together. */
    private static final class Joining {

        private final Head head;
        private final BsonDocument small;
        private final BsonDocument layout;
        private final Function<List<String>, List<BsonDocument>> fetch;
        private final Map<String, Cut> cuts = new HashMap<>();

        Joining(Head head, BsonDocument small, BsonDocument layout, Function<List<String>, List<BsonDocument>> fetch) {
            this.head = head;
            this.small = small;
            this.layout = layout;
            this.fetch = fetch;
            head.cuts().forEach(cut -> cuts.put(cut.map(), cut));
        }

        <V> PersistentMap<V> join(String name, Class<V> type) {
            Cut cut = cuts.get(name);
            if (cut == null) {
                PersistentMap<V> map = PersistentMap.empty();
                if (small.containsKey(name)) {
                    Map<String, V> entries = entries(small.getBinary(name), type);
                    for (Map.Entry<String, V> entry : entries.entrySet()) {
                        map = map.plus(entry.getKey(), entry.getValue());
                    }
                }
                return map;
            }
            Map<Integer, Supplier<Map<String, V>>> parts = new HashMap<>();
            SnapshotGroup group = new SnapshotGroup(fetch);
            for (BsonValue value : layout.getArray(name)) {
                int place = value.asInt32().getValue();
                group = group.isFull() ? new SnapshotGroup(fetch) : group;
                var part = new SnapshotPart<>(partId(head.campaign(), head.attempt(), name, place), type, group);
                group.add(part);
                parts.put(place, part);
            }
            return PersistentMap.of(cut.size(), cut.levels(), parts);
        }
    }

    static <V> Map<String, V> entries(BsonDocument part, Class<V> type) {
        return entries(part.getBinary("body"), type);
    }

    @SuppressWarnings("unchecked") // only V was written
    private static <V> Map<String, V> entries(BsonBinary body, Class<V> type) {
        try (var in = new BsonBinaryReader(ByteBuffer.wrap(body.getData()))) {
            return (Map<String, V>) CODEC.readMap(in, type);
        }
    }

    private static BsonBinaryReader reader(BsonDocument document) {
        return new BsonBinaryReader(ByteBuffer.wrap(document.getBinary("body").getData()));
    }

    private static BsonBinary binary(Consumer<BsonBinaryWriter> writing) {
        var buffer = new BasicOutputBuffer(1_024);
        try (var out = new BsonBinaryWriter(buffer)) {
            writing.accept(out);
        }
        return new BsonBinary(buffer.toByteArray());
    }

    private static String format() {
        String described = CODEC.describe(List.of(
                Head.class,
                TierCount.class,
                Pledge.class,
                Refusal.class,
                Review.class,
                Refund.class,
                Dispute.class,
                Payout.class,
                Allowance.class,
                Loans.Loan.class,
                RepaymentPart.class));
        return UUID.nameUUIDFromBytes((MEANING + described).getBytes(UTF_8)).toString();
    }
}
