package quartier.catalog.project.kafka;

import com.mongodb.MongoException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;
import quartier.catalog.project.IndexProjects;

/**
 * Keeps this replica's index: made from the store before the first request is answered, then kept by what the other
 * replicas say on the compacted topic. It reads all partitions and belongs to no group, for every replica must hear
 * everything and none has to remember how far it came: the next start begins with the store again. An event only says
 * which project changed; what it is now is read from the store.
 */
@Component
final class StateFollower implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(StateFollower.class);
    private static final String TOPIC = "quartier.catalog.projects.state";
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    /** By how much the clocks of two replicas may differ, and how long a relay may take. */
    private static final Duration BEFORE = Duration.ofMinutes(5);

    /** A topic that a reader has made would have the broker's number of partitions, not ours. */
    private static final Properties NO_TOPIC_OF_ITS_OWN = new Properties();

    static {
        NO_TOPIC_OF_ITS_OWN.setProperty(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    }

    private final ConsumerFactory<?, ?> consumers;
    private final IndexProjects index;
    private volatile @Nullable Consumer<?, ?> following;
    private volatile boolean running;

    StateFollower(ConsumerFactory<?, ?> consumers, IndexProjects index) {
        this.consumers = consumers;
        this.index = index;
    }

    @Override
    public int getPhase() {
        // Before the web server: a replica that answers has read everything.
        return 0;
    }

    @Override
    public void start() {
        Instant from = Clock.systemUTC().instant().minus(BEFORE);
        index.rebuild();
        running = true;
        Thread.ofVirtual().name("state-follower").start(() -> run(from));
    }

    private void run(Instant from) {
        while (running) {
            try (Consumer<?, ?> consumer = consumers.createConsumer(null, "index", null, NO_TOPIC_OF_ITS_OWN)) {
                following = consumer;
                follow(consumer, from);
            } catch (WakeupException stopping) {
                log.debug("The index is no longer kept");
            } catch (KafkaException | MongoException away) {
                log.warn("The index waits for the broker or the store: {}", away.getMessage());
                pause();
            }
        }
    }

    /** Until the topic gets more partitions, or the service stops. */
    private void follow(Consumer<?, ?> consumer, Instant from) {
        List<TopicPartition> partitions = partitions(consumer);
        if (partitions.isEmpty()) {
            throw new KafkaException("there is no topic " + TOPIC + " yet");
        }
        consumer.assign(partitions);
        // Asked before the times are: what is written in between comes after these ends, and is read.
        consumer.endOffsets(partitions).forEach(consumer::seek);
        Map<TopicPartition, Long> since =
                partitions.stream().collect(Collectors.toMap(partition -> partition, none -> from.toEpochMilli()));
        consumer.offsetsForTimes(since).forEach((partition, offset) -> {
            if (offset != null) {
                consumer.seek(partition, offset.offset());
            }
        });
        long look = System.nanoTime() + LOOK_AGAIN.toNanos();
        while (running) {
            if (System.nanoTime() > look) {
                look = System.nanoTime() + LOOK_AGAIN.toNanos();
                if (partitions(consumer).size() != partitions.size()) {
                    return;
                }
            }
            Set<String> changed = new TreeSet<>();
            consumer.poll(POLL).forEach(message -> changed.add(id(message.key())));
            if (!changed.isEmpty()) {
                index.refresh(changed);
            }
        }
    }

    /** Whatever the factory makes of keys. */
    private static String id(@Nullable Object key) {
        return key instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(key);
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> consumer) {
        return consumer.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private static void pause() {
        try {
            Thread.sleep(AGAIN_AFTER);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        Consumer<?, ?> consumer = following;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
