package quartier.pledge.receipt.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import quartier.pledge.receipt.Cancellation;
import quartier.pledge.receipt.ReceiptContent;
import quartier.pledge.receipt.ReceiptNumber;
import quartier.pledge.receipt.TaxReceipt;
import quartier.pledge.receipt.TaxReceipts;

/**
 * The collections {@code tax-receipts} (one document a number, without a name of anybody) and {@code
 * tax-receipt-cancellations}. Both are only ever added to.
 */
final class MongoTaxReceipts implements TaxReceipts {

    private final MongoCollection<Document> receipts;
    private final MongoCollection<Document> cancellations;
    private final Papers papers;
    /** A number of each body and year that is known to stand: where to look for the last one from. */
    private final Map<String, Long> known = new ConcurrentHashMap<>();

    MongoTaxReceipts(MongoDatabase database, Papers papers) {
        this.receipts =
                database.getCollection("tax-receipts").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.cancellations = database.getCollection("tax-receipt-cancellations")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.papers = papers;
        receipts.createIndex(Indexes.ascending("gift"), new IndexOptions().unique(true));
        receipts.createIndex(Indexes.ascending("body", "year"));
        receipts.createIndex(Indexes.ascending("body", "giftYear"));
        cancellations.createIndex(Indexes.ascending("body"));
    }

    /** Finds the end of a dense row by doubling steps and halving them again: a few reads by key, however long it is. */
    @Override
    public long lastNumber(String body, int year) {
        String row = body + "-" + year;
        long stands = known.getOrDefault(row, 0L);
        long step = 1;
        while (stands(body, year, stands + step)) {
            stands += step;
            step *= 2;
        }
        for (step /= 2; step > 0; step /= 2) {
            if (stands(body, year, stands + step)) {
                stands += step;
            }
        }
        known.merge(row, stands, Math::max);
        return stands;
    }

    private boolean stands(String body, int year, long n) {
        return receipts.find(eq("_id", new ReceiptNumber(body, year, n).toString()))
                        .projection(Projections.include("_id"))
                        .first()
                != null;
    }

    @Override
    public Entry enter(ReceiptContent content, byte[] pdf, Instant keepUntil) {
        Papers.Stored paper = papers.store(content, pdf, keepUntil);
        try {
            receipts.insertOne(document(content, paper));
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
            Optional<TaxReceipt> served = ofGift(content.gift().pledge(), content.edition());
            if (served.map(TaxReceipt::pdfSha256)
                    .filter(paper.pdfSha256()::equals)
                    .isEmpty()) {
                papers.discard(paper);
            }
            return served.<Entry>map(Entry.GiftServed::new).orElseGet(Entry.NumberTaken::new);
        }
        return new Entry.Made(find(content.number()).orElseThrow());
    }

    private static Document document(ReceiptContent content, Papers.Stored paper) {
        var gift = content.gift();
        ReceiptNumber replaces = content.replaces();
        return new Document("_id", content.number().toString())
                .append("gift", giftKey(gift.pledge(), content.edition()))
                .append("body", content.number().body())
                .append("year", content.number().year())
                .append("giftYear", content.givenOn().getYear())
                .append("pledge", gift.pledge())
                .append("edition", content.edition())
                .append("replaces", replaces == null ? null : replaces.toString())
                .append("campaign", gift.campaign())
                .append("backer", gift.backer())
                .append("form", content.form())
                .append("amountMinorUnits", gift.amountMinorUnits())
                .append("currency", gift.currency())
                .append("paidAt", Date.from(gift.paidAt()))
                .append("issuedAt", Date.from(content.issuedAt()))
                .append("pdfSha256", paper.pdfSha256())
                .append("dataSha256", paper.dataSha256());
    }

    private static String giftKey(String pledge, int edition) {
        return pledge + "~" + edition;
    }

    @Override
    public Optional<TaxReceipt> ofGift(String pledge, int edition) {
        return Optional.ofNullable(
                        receipts.find(eq("gift", giftKey(pledge, edition))).first())
                .map(MongoTaxReceipts::read);
    }

    @Override
    public Optional<TaxReceipt> find(ReceiptNumber number) {
        return Optional.ofNullable(receipts.find(eq("_id", number.toString())).first())
                .map(MongoTaxReceipts::read);
    }

    @Override
    public Optional<Cancellation> cancellation(ReceiptNumber number) {
        return Optional.ofNullable(
                        cancellations.find(eq("_id", number.toString())).first())
                .map(found -> new Cancellation(
                        number,
                        found.getString("reason"),
                        found.getString("by"),
                        found.getDate("at").toInstant()));
    }

    @Override
    public Cancellation cancel(Cancellation cancellation) {
        try {
            cancellations.insertOne(new Document("_id", cancellation.number().toString())
                    .append("body", cancellation.number().body())
                    .append("reason", cancellation.reason())
                    .append("by", cancellation.by())
                    .append("at", Date.from(cancellation.at())));
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
        }
        return cancellation(cancellation.number()).orElseThrow();
    }

    @Override
    public Optional<byte[]> paper(TaxReceipt receipt) {
        return papers.pdf(receipt);
    }

    @Override
    public List<TaxReceipt> issuedIn(String body, int year) {
        return receipts.find(and(eq("body", body), eq("year", year)))
                .map(MongoTaxReceipts::read)
                .into(new ArrayList<>());
    }

    @Override
    public List<TaxReceipt> forGiftsOf(String body, int year) {
        return receipts.find(and(eq("body", body), eq("giftYear", year)))
                .map(MongoTaxReceipts::read)
                .into(new ArrayList<>());
    }

    @Override
    public Set<ReceiptNumber> cancelledOf(String body) {
        return cancellations
                .find(eq("body", body))
                .map(found -> number(found.getString("_id")))
                .into(new HashSet<>());
    }

    private static TaxReceipt read(Document document) {
        String replaces = document.getString("replaces");
        return new TaxReceipt(
                number(document.getString("_id")),
                document.getString("pledge"),
                document.getInteger("edition"),
                replaces == null ? null : number(replaces),
                document.getString("campaign"),
                document.getString("backer"),
                document.getString("form"),
                document.getLong("amountMinorUnits"),
                document.getString("currency"),
                document.getDate("paidAt").toInstant(),
                document.getDate("issuedAt").toInstant(),
                document.getString("pdfSha256"),
                document.getString("dataSha256"));
    }

    private static ReceiptNumber number(String written) {
        return ReceiptNumber.parse(written)
                .orElseThrow(() -> new IllegalStateException("no number of a receipt: " + written));
    }
}
