package quartier.local.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;

/** The Kafka broker of the local default: one node that is its own controller (KRaft), its log in a folder. */
public final class Broker implements AutoCloseable {

    private static final String CLUSTER = "quartier-local-cluster";

    private final int port;
    private final KafkaRaftServer server;

    /**
     * @param folder created and formatted where it is empty
     * @param port 0 takes a free one
     * @param controllerPort of the quorum of one; 0 takes a free one
     */
    public Broker(Path folder, int port, int controllerPort) {
        this.port = port == 0 ? freePort() : port;
        Properties settings = settings(folder, this.port, controllerPort == 0 ? freePort() : controllerPort);
        format(folder, settings);
        server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
        server.startup();
    }

    public int port() {
        return port;
    }

    /** {@code localhost:<port>}. */
    public String address() {
        return "localhost:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static Properties settings(Path folder, int port, int controllerPort) {
        var settings = new Properties();
        settings.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                "1",
                "controller.quorum.voters",
                "1@localhost:" + controllerPort,
                "listeners",
                "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort,
                "advertised.listeners",
                "PLAINTEXT://localhost:" + port,
                "controller.listener.names",
                "CONTROLLER",
                "log.dirs",
                folder.resolve("log").toString()));
        settings.putAll(Map.of(
                // One node: nothing to replicate to, and few internal partitions, which cost memory and start-up.
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "3",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.num.partitions", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "num.partitions", "3"));
        settings.putAll(Map.of(
                // A killed broker may come back as soon as the controller has given its former self up.
                "broker.session.timeout.ms", "3000",
                "broker.heartbeat.interval.ms", "500",
                "group.initial.rebalance.delay.ms", "0",
                "num.network.threads", "2",
                "num.io.threads", "4",
                "log.cleaner.dedupe.buffer.size", "8388608",
                // Indexes are preallocated for each partition: 10 MB by default.
                "log.index.size.max.bytes", "1048576",
                "auto.create.topics.enable", "true"));
        return settings;
    }

    private static void format(Path folder, Properties settings) {
        Path log = folder.resolve("log");
        if (Files.exists(log.resolve("meta.properties"))) {
            return;
        }
        var output = new ByteArrayOutputStream();
        try {
            Files.createDirectories(log);
            Path file = folder.resolve("broker.properties");
            try (var writer = Files.newBufferedWriter(file)) {
                settings.store(writer, null);
            }
            int failed = StorageTool.execute(
                    new String[] {"format", "--cluster-id", CLUSTER, "--config", file.toString()},
                    new PrintStream(output, true, StandardCharsets.UTF_8));
            if (failed != 0) {
                throw new IllegalStateException("the broker's folder " + folder + " can't be formatted: "
                        + output.toString(StandardCharsets.UTF_8));
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
