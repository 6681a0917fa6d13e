package quartier.prove;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * What a third party hears of a campaign's pledges.
 *
 * @param first each event at its first delivery, as its type and its pledge
 * @param deliveries how often anything was delivered
 */
record Bus(List<String> first, long deliveries) {

    private static final String TOPIC = "quartier.pledge.pledges";
    private static final Duration POLL = Duration.ofMillis(200);

    Bus {
        first = List.copyOf(first);
    }

    /** All that the topic holds of this campaign now. */
    static Bus heard(String kafka, String campaign) {
        List<String> first = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        long deliveries = 0;
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "enable.auto.commit", "false"),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                for (var message : consumer.poll(POLL)) {
                    if (campaign.equals(message.key())) {
                        deliveries++;
                        if (ids.add(attribute(message, "id"))) {
                            first.add(attribute(message, "type") + " " + attribute(message, "subject"));
                        }
                    }
                }
            }
        }
        return new Bus(first, deliveries);
    }

    private static String attribute(ConsumerRecord<String, String> message, String name) {
        return new String(message.headers().lastHeader("ce_" + name).value(), UTF_8);
    }
}
