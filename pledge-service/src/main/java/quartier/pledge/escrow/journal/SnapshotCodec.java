package quartier.pledge.escrow.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.bson.BsonBinaryReader;
import org.bson.BsonDocument;
import org.bson.BsonString;
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

    static final RecordCodec CODEC = new RecordCodec(Tags.SNAPSHOT);

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
        var cutting = new SnapshotMaps.Cutting(folded.campaign(), attempt, inTheHead);
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
                cutting.cuts());
        BsonDocument document = new BsonDocument("format", new BsonString(FORMAT))
                .append("body", SnapshotMaps.binary(out -> CODEC.write(out, head)))
                .append("maps", cutting.small());
        return new Encoded(folded.campaign(), attempt, folded.page(), cutting.layout(), document, cutting.parts());
    }

    /** The one list of the maps and what they hold; {@link #decode} reads the same. */
    private static void cutAll(SnapshotMaps.Cutting cutting, EscrowSnapshot snapshot) {
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
        var maps = new SnapshotMaps.Joining(head, document.getDocument("maps"), layout, fetch);
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
                .forEach(place -> ids.add(SnapshotMaps.partId(
                        campaign, attempt, map, place.asInt32().getValue()))));
        return ids;
    }

    private static BsonBinaryReader reader(BsonDocument document) {
        return new BsonBinaryReader(ByteBuffer.wrap(document.getBinary("body").getData()));
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
