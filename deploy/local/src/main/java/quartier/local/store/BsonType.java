package quartier.local.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** A document in the file: its BSON, which begins with its own length. */
final class BsonType extends BasicDataType<Document> {

    /** Bytes of a document in memory, roughly, for the page sizes and the cache: measuring each would cost more. */
    private static final int TYPICAL_BYTES = 1_024;

    private static final int BYTES_PER_ELEMENT = 64;

    @Override
    public int getMemory(Document document) {
        return TYPICAL_BYTES + BYTES_PER_ELEMENT * elements(document);
    }

    @Override
    public void write(WriteBuffer file, Document document) {
        ByteBuf bson = Unpooled.buffer();
        BsonEncoder.encodeDocument(document, bson);
        file.put(bson.nioBuffer());
    }

    @Override
    public Document read(ByteBuffer file) {
        int length = Integer.reverseBytes(file.getInt(file.position()));
        ByteBuf bson = Unpooled.wrappedBuffer(file.slice(file.position(), length));
        file.position(file.position() + length);
        return BsonDecoder.decodeBson(bson);
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }

    /** Of the document and of its first level of lists: a page of a journal is one long list. */
    private static int elements(Document document) {
        int count = document.size();
        for (Object value : document.values()) {
            if (value instanceof Iterable<?> list) {
                for (Object entry : list) {
                    count += entry instanceof Document nested ? nested.size() : 1;
                }
            }
        }
        return count;
    }
}
