package quartier.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A fact in the form in which it waits to be published.
 *
 * @param id the CloudEvents id, derived from topic, subject, sequence and type, so that writing or sending the same
 *     fact again gives the same id
 * @param topic the Kafka topic, {@code quartier.<service>.<aggregate>}
 * @param type the CloudEvents type, for example {@code quartier.pledge.confirmed.v1}
 * @param subject the id of what it is about
 * @param key the record's key and {@code partitionkey}: events under one key stay in order
 * @param sequence grows with each change of the aggregate; consumers ignore what is not newer
 * @param time when it happened, UTC
 * @param json the data, as it will be on the wire
 * @param traceparent the W3C trace context of the request that caused it, if there was one
 */
public record OutboundEvent(
        String id,
        String topic,
        String type,
        String subject,
        String key,
        long sequence,
        Instant time,
        String json,
        @Nullable String traceparent) {

    /** The deterministic id of the fact that these four name. */
    static String idOf(String topic, String subject, long sequence, String type) {
        String name = topic + '\n' + subject + '\n' + sequence + '\n' + type;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    public Document toDocument() {
        Document document = new Document("id", id)
                .append("topic", topic)
                .append("type", type)
                .append("subject", subject)
                .append("key", key)
                .append("sequence", sequence)
                .append("time", Date.from(time))
                .append("json", json);
        if (traceparent != null) {
            document.append("traceparent", traceparent);
        }
        return document;
    }

    public static OutboundEvent from(Document document) {
        return new OutboundEvent(
                document.getString("id"),
                document.getString("topic"),
                document.getString("type"),
                document.getString("subject"),
                document.getString("key"),
                document.getLong("sequence"),
                document.getDate("time").toInstant(),
                document.getString("json"),
                document.getString("traceparent"));
    }
}
