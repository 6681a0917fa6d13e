package quartier.pledge.receipt.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import quartier.pledge.receipt.ReceiptContent;
import quartier.pledge.receipt.TaxReceipt;
import tools.jackson.databind.json.JsonMapper;

/**
 * The papers of tax receipts, which name the givers: what was printed, and the data that it was printed from. They are
 * named by their hash and stored before their number is entered, so that a number never stands without its paper. One
 * that was stored for a number which another receipt got is discarded, or after a crash goes with the others.
 */
final class Papers {

    /** @param pdfSha256 also the paper's name */
    record Stored(String pdfSha256, String dataSha256) {}

    private final MongoCollection<Document> collection;
    private final JsonMapper json = new JsonMapper();

    Papers(MongoDatabase database) {
        this.collection =
                database.getCollection("tax-receipt-papers").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        collection.createIndex(Indexes.ascending("keepUntil"));
    }

    Stored store(ReceiptContent content, byte[] pdf, Instant keepUntil) {
        String data = json.writeValueAsString(content);
        Stored stored = new Stored(sha256(pdf), sha256(data.getBytes(StandardCharsets.UTF_8)));
        try {
            collection.insertOne(new Document("_id", stored.pdfSha256())
                    .append("pdf", new Binary(pdf))
                    .append("data", data)
                    .append("keepUntil", Date.from(keepUntil)));
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            } // the same bytes are there already
        }
        return stored;
    }

    void discard(Stored paper) {
        collection.deleteOne(eq("_id", paper.pdfSha256()));
    }

    /** @throws IllegalStateException when the paper is not the one that was issued */
    Optional<byte[]> pdf(TaxReceipt receipt) {
        return Optional.ofNullable(
                        collection.find(eq("_id", receipt.pdfSha256())).first())
                .map(paper -> {
                    byte[] pdf = paper.get("pdf", Binary.class).getData();
                    String data = paper.getString("data");
                    if (!sha256(pdf).equals(receipt.pdfSha256())
                            || !sha256(data.getBytes(StandardCharsets.UTF_8)).equals(receipt.dataSha256())) {
                        throw new IllegalStateException(
                                "the paper of receipt " + receipt.number() + " is not the one that was issued");
                    }
                    return pdf;
                });
    }

    /** Erases what was to be kept until now; how many. */
    long erase(Instant now) {
        return collection.deleteMany(lte("keepUntil", Date.from(now))).getDeletedCount();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }
}
