package quartier.pledge.escrow.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.bson.io.BasicOutputBuffer;

/**
 * The driver's buffer, but for text of ASCII characters, which it takes at once: one by one, names and ids were a third
 * of what writing pages and snapshots cost.
 */
final class BsonBuffer extends BasicOutputBuffer {

    BsonBuffer(int bytes) {
        super(bytes);
    }

    @Override
    protected int writeCharacters(String text, boolean asName) {
        byte[] bytes = text.getBytes(UTF_8);
        boolean ascii = bytes.length == text.length();
        if (!ascii || (asName && text.indexOf(0) >= 0)) {
            return super.writeCharacters(text, asName);
        }
        writeBytes(bytes, 0, bytes.length);
        writeByte(0);
        return bytes.length + 1;
    }
}
