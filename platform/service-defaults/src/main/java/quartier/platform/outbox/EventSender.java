package quartier.platform.outbox;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Sends one event to Kafka as a CloudEvent in binary mode. The future completes when the broker has acknowledged it
 * (acks=all), and fails when it did not: the caller keeps the event and tries again.
 */
public final class EventSender {

    private final KafkaTemplate<String, CloudEvent> kafka;
    private final URI source;

    public EventSender(KafkaTemplate<String, CloudEvent> kafka, String serviceName) {
        this.kafka = kafka;
        this.source = URI.create("/" + serviceName);
    }

    public CompletableFuture<?> send(OutboundEvent event) {
        var cloudEvent = CloudEventBuilder.v1()
                .withId(event.id())
                .withSource(source)
                .withType(event.type())
                .withSubject(event.subject())
                .withTime(event.time().atOffset(ZoneOffset.UTC))
                .withExtension("partitionkey", event.key())
                .withExtension("sequence", Long.toString(event.sequence()))
                .withData("application/json", event.json().getBytes(StandardCharsets.UTF_8));
        if (event.traceparent() != null) {
            cloudEvent.withExtension("traceparent", event.traceparent());
        }
        var message = new ProducerRecord<String, CloudEvent>(event.topic(), event.key(), cloudEvent.build());
        if (event.traceparent() != null) {
            message.headers().add("traceparent", event.traceparent().getBytes(StandardCharsets.US_ASCII));
        }
        try {
            return kafka.send(message);
        } catch (RuntimeException brokerUnreachable) {
            // KafkaTemplate throws instead of failing the future when it can't get metadata in max.block.ms.
            return CompletableFuture.failedFuture(brokerUnreachable);
        }
    }
}
