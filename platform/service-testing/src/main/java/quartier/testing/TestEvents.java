package quartier.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks on the bus as other services do, and listens to it as third parties do. */
public final class TestEvents implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String bootstrapServers;
    private final KafkaProducer<String, String> producer;

    public TestEvents(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "max.block.ms", "20000"),
                new StringSerializer(),
                new StringSerializer());
    }

    /** Publishes a fact under its subject and waits for the acknowledgement. Text data is sent as it is. */
    public void publish(String topic, String type, String subject, long sequence, Object data) {
        publish(topic, type, subject, subject, sequence, data);
    }

    /** As above, under another key than the subject. */
    public void publish(String topic, String type, String subject, String key, long sequence, Object data) {
        String json = data instanceof String text ? text : JSON.writeValueAsString(data);
        var message = new ProducerRecord<>(topic, key, json);
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "1.0");
        attributes.put(
                "id",
                UUID.nameUUIDFromBytes((topic + type + subject + sequence).getBytes(UTF_8))
                        .toString());
        attributes.put("source", "/test");
        attributes.put("type", type);
        attributes.put("subject", subject);
        attributes.put("sequence", Long.toString(sequence));
        attributes.put("time", Instant.now().toString());
        attributes.put("partitionkey", key);
        attributes.forEach((name, value) -> message.headers().add("ce_" + name, value.getBytes(UTF_8)));
        message.headers().add("content-type", "application/json".getBytes(UTF_8));
        send(message);
    }

    /** Puts something on the bus that is no event at all. */
    public void publishPoison(String topic, String key, String value) {
        send(new ProducerRecord<>(topic, key, value));
    }

    /** The first event of this type about this subject, waiting for it if need be. */
    public SeenEvent awaitOn(String topic, String type, String subject) {
        List<SeenEvent> found = await(
                topic, event -> event.type().equals(type) && event.subject().equals(subject), 1);
        return found.getFirst();
    }

    /**
     * The first {@code count} matching events of the topic, from its beginning, in the order of their arrival.
     *
     * @throws AssertionError when there are not so many within half a minute
     */
    public List<SeenEvent> await(String topic, Predicate<SeenEvent> wanted, int count) {
        List<SeenEvent> found = new ArrayList<>();
        try (var consumer = consumer()) {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            boolean assigned = false;
            while (found.size() < count) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError(found.size() + " of " + count + " events on " + topic + " after "
                            + PATIENCE + ": " + found);
                }
                assigned = assigned || assignAll(consumer, topic);
                if (assigned) {
                    collect(consumer, wanted, found);
                }
            }
        }
        return found;
    }

    /** All matching events that the topic holds now. */
    public List<SeenEvent> allOn(String topic, Predicate<SeenEvent> wanted) {
        List<SeenEvent> found = new ArrayList<>();
        try (var consumer = consumer()) {
            if (!assignAll(consumer, topic)) {
                return List.of();
            }
            var ends = consumer.endOffsets(consumer.assignment());
            while (consumer.assignment().stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                collect(consumer, wanted, found);
            }
        }
        return found;
    }

    private static void collect(
            KafkaConsumer<String, String> consumer, Predicate<SeenEvent> wanted, List<SeenEvent> found) {
        consumer.poll(Duration.ofMillis(100)).forEach(message -> {
            SeenEvent event = read(message);
            if (wanted.test(event)) {
                found.add(event);
            }
        });
    }

    private KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", "false"),
                new StringDeserializer(),
                new StringDeserializer());
    }

    /** A topic that does not exist yet has no partitions; its metadata are asked for until it does. */
    private static boolean assignAll(KafkaConsumer<String, String> consumer, String topic) {
        var partitions = consumer.partitionsFor(topic, PATIENCE).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return !partitions.isEmpty();
    }

    private static SeenEvent read(ConsumerRecord<String, String> message) {
        Map<String, String> attributes = new LinkedHashMap<>();
        message.headers().forEach(header -> {
            if (header.key().startsWith("ce_")) {
                attributes.put(header.key().substring(3), new String(header.value(), UTF_8));
            }
        });
        String key = message.key() == null ? "" : message.key();
        String value = message.value() == null ? "null" : message.value();
        return new SeenEvent(message.topic(), key, attributes, parse(value));
    }

    private static JsonNode parse(String value) {
        try {
            return JSON.readTree(value);
        } catch (JacksonException notJson) {
            return JSON.getNodeFactory().stringNode(value);
        }
    }

    private void send(ProducerRecord<String, String> message) {
        try {
            producer.send(message).get(20, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException refused) {
            throw new IllegalStateException(refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
