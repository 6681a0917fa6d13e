package quartier.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quartier.local.ChildProcess;

class BrokerSurvivesKillIT {

    @TempDir
    Path folder;

    @Test
    void keepsAcknowledgedRecordsWhenItsProcessIsKilledAndComesBackOnItsPort() throws Exception {
        String port = String.valueOf(freePort());
        String controllerPort = String.valueOf(freePort());
        try (var broker = start(port, controllerPort)) {
            assertThat(broker.port()).isEqualTo(Integer.parseInt(port));
            produce(port, "before");
            broker.kill();
        }
        try (var broker = start(port, controllerPort)) {
            broker.port();
            produce(port, "after");
            assertThat(consume(port, 2)).containsExactlyInAnyOrder("before", "after");
        }
    }

    private ChildProcess start(String port, String controllerPort) {
        return ChildProcess.of(
                BrokerProcess.class, folder, folder.resolve("broker").toString(), port, controllerPort);
    }

    private static void produce(String port, String value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", "localhost:" + port, "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>("facts", "key", value)).get(20, TimeUnit.SECONDS);
        }
    }

    private static List<String> consume(String port, int count) {
        List<String> values = new ArrayList<>();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                "localhost:" + port,
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("facts"));
            Awaitility.await().until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(fact -> values.add(fact.value()));
                return values.size() >= count;
            });
        }
        return values;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
