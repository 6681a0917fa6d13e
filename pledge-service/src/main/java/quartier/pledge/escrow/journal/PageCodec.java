package quartier.pledge.escrow.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.bson.BsonBinary;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import quartier.pledge.escrow.Entry;
import quartier.pledge.escrow.Page;

/**
 * A page as a document: {@code _id} = {campaign, n}, {@code previous} and {@code hash} (32 bytes each), and
 * {@code body}, the BSON of the entries as one binary value. What is hashed is thereby exactly what is stored, whatever
 * a server does to a document's fields when it keeps them.
 */
final class PageCodec {

    private static final HexFormat HEX = HexFormat.of();

    /**
     * What a page holds besides its place in the chain.
     *
     * @param writer who wrote it: two writers that decide the same on the same page write different pages all the same,
     *     and know whose stands
     */
    public record Body(String writer, List<Entry> entries) {}

    /** A page ready to be stored. */
    record Encoded(Page page, BsonDocument document) {}

    private static final RecordCodec CODEC = new RecordCodec(Tags.JOURNAL);

    private final String writer;

    /** @param writer this process, unlike any other */
    PageCodec(String writer) {
        this.writer = writer;
    }

    Encoded encode(String campaign, long n, String previous, List<Entry> entries) {
        var buffer = new BsonBuffer(64 * 1024);
        try (var out = new BsonBinaryWriter(buffer)) {
            CODEC.write(out, new Body(writer, entries));
        }
        byte[] body = buffer.toByteArray();
        byte[] hash = hash(campaign, n, HEX.parseHex(previous), body);
        BsonDocument document = new BsonDocument("_id", id(campaign, n))
                .append("previous", new BsonBinary(HEX.parseHex(previous)))
                .append("hash", new BsonBinary(hash))
                .append("body", new BsonBinary(body));
        return new Encoded(new Page(campaign, n, previous, HEX.formatHex(hash), entries), document);
    }

    static String campaignOf(BsonDocument document) {
        return document.getDocument("_id").getString("campaign").getValue();
    }

    /** Reads a page as it stands, and does not judge its hash. */
    Page decode(BsonDocument document) {
        BsonDocument id = document.getDocument("_id");
        byte[] body = document.getBinary("body").getData();
        try (var in = new BsonBinaryReader(ByteBuffer.wrap(body))) {
            Body decoded = (Body) CODEC.read(in, Body.class);
            return new Page(
                    id.getString("campaign").getValue(),
                    id.getInt64("n").getValue(),
                    HEX.formatHex(document.getBinary("previous").getData()),
                    hashIn(document),
                    decoded.entries());
        }
    }

    /** The hash that the document's own bytes have, to be compared with the one that it says. */
    static String hashOf(BsonDocument document) {
        BsonDocument id = document.getDocument("_id");
        return HEX.formatHex(hash(
                id.getString("campaign").getValue(),
                id.getInt64("n").getValue(),
                document.getBinary("previous").getData(),
                document.getBinary("body").getData()));
    }

    static String hashIn(BsonDocument document) {
        return HEX.formatHex(document.getBinary("hash").getData());
    }

    static BsonDocument id(String campaign, long n) {
        return new BsonDocument("campaign", new BsonString(campaign)).append("n", new BsonInt64(n));
    }

    private static byte[] hash(String campaign, long n, byte[] previous, byte[] body) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(previous);
            sha256.update(campaign.getBytes(UTF_8));
            sha256.update(
                    ByteBuffer.allocate(Long.BYTES + 1).put((byte) 0).putLong(n).array());
            return sha256.digest(body);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
