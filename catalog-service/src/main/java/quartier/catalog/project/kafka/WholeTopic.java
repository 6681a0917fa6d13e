package quartier.catalog.project.kafka;

import com.mongodb.MongoException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Reads all partitions of a topic and belongs to no group, for every replica must hear everything and none has to
 * remember how far it came.
 */
final class WholeTopic {

    private static final Logger log = LoggerFactory.getLogger(WholeTopic.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    /** A topic that a reader has made would have the broker's number of partitions, not ours. */
    private static final Properties NO_TOPIC_OF_ITS_OWN = new Properties();

    static {
        NO_TOPIC_OF_ITS_OWN.setProperty(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    }

    interface Reader {
        /** What it throws of the broker's and the store's outages has the records read again. */
        void read(ConsumerRecords<?, ?> records);
    }

    private final ConsumerFactory<?, ?> consumers;
    private final String name;
    private final String topic;
    private final @Nullable Instant from;
    private final Reader reader;
    private volatile @Nullable Consumer<?, ?> following;
    private volatile boolean running;

    /** @param from where reading begins, and begins again after an outage; null for the topic's beginning */
    WholeTopic(ConsumerFactory<?, ?> consumers, String name, String topic, @Nullable Instant from, Reader reader) {
        this.consumers = consumers;
        this.name = name;
        this.topic = topic;
        this.from = from;
        this.reader = reader;
    }

    void start() {
        running = true;
        Thread.ofVirtual().name(name + "-follower").start(this::run);
    }

    void stop() {
        running = false;
        Consumer<?, ?> consumer = following;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    private void run() {
        while (running) {
            try (Consumer<?, ?> consumer = consumers.createConsumer(null, name, null, NO_TOPIC_OF_ITS_OWN)) {
                following = consumer;
                follow(consumer);
            } catch (WakeupException stopping) {
                log.debug("{} is no longer followed", topic);
            } catch (KafkaException | MongoException away) {
                log.warn("Following {} waits for the broker or the store: {}", topic, away.getMessage());
            }
            pause();
        }
    }

    /** Until the topic gets more partitions, or the service stops. */
    private void follow(Consumer<?, ?> consumer) {
        List<TopicPartition> partitions = partitions(consumer);
        if (partitions.isEmpty()) {
            log.debug("There is no topic {} yet", topic);
            return;
        }
        consumer.assign(partitions);
        seek(consumer, partitions);
        long look = System.nanoTime() + LOOK_AGAIN.toNanos();
        while (running) {
            if (System.nanoTime() > look) {
                look = System.nanoTime() + LOOK_AGAIN.toNanos();
                if (partitions(consumer).size() != partitions.size()) {
                    return;
                }
            }
            ConsumerRecords<?, ?> records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                reader.read(records);
            }
        }
    }

    private void seek(Consumer<?, ?> consumer, List<TopicPartition> partitions) {
        if (from == null) {
            consumer.seekToBeginning(partitions);
            return;
        }
        // Asked before the times are: what is written in between comes after these ends, and is read.
        consumer.endOffsets(partitions).forEach(consumer::seek);
        Map<TopicPartition, Long> since =
                partitions.stream().collect(Collectors.toMap(partition -> partition, none -> from.toEpochMilli()));
        consumer.offsetsForTimes(since).forEach((partition, offset) -> {
            if (offset != null) {
                consumer.seek(partition, offset.offset());
            }
        });
    }

    private List<TopicPartition> partitions(Consumer<?, ?> consumer) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private void pause() {
        if (!running) {
            return;
        }
        try {
            Thread.sleep(AGAIN_AFTER);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
