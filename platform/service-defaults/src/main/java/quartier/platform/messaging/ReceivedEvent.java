package quartier.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A CloudEvent as a listener sees it. Listeners read the data into a record of their own that has only the fields they
 * use, and ignore events whose {@link #sequence} is not newer than the last one applied to the same subject.
 */
public record ReceivedEvent(
        String id, String type, String source, String subject, long sequence, Instant time, String json) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /**
     * Reads the attributes from the record's {@code ce_} headers.
     *
     * @throws IllegalArgumentException when one is missing or malformed: the record goes to the dead-letter topic
     */
    public static ReceivedEvent from(Message<byte[]> message) {
        return new ReceivedEvent(
                attribute(message, "id"),
                attribute(message, "type"),
                attribute(message, "source"),
                attribute(message, "subject"),
                Long.parseLong(attribute(message, "sequence")),
                OffsetDateTime.parse(attribute(message, "time")).toInstant(),
                new String(message.getPayload(), StandardCharsets.UTF_8));
    }

    /** The data as the listener's own record; fields that it does not declare are ignored. */
    public <T> T dataAs(Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    private static String attribute(Message<byte[]> message, String name) {
        @Nullable Object header = message.getHeaders().get("ce_" + name);
        return switch (header) {
            case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
            case String text -> text;
            case null -> throw new IllegalArgumentException("The record has no CloudEvents attribute " + name);
            default -> throw new IllegalArgumentException("Unreadable CloudEvents attribute " + name);
        };
    }
}
