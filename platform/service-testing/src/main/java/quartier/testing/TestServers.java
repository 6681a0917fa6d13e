package quartier.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;
import quartier.local.broker.Broker;
import quartier.local.store.DocumentStore;

/** One broker and one store for all the tests of a JVM. */
public final class TestServers {

    private static final boolean DOCKER_ANSWERS = dockerAnswers();

    private static @Nullable String kafka;
    private static @Nullable String mongodb;

    private TestServers() {}

    /** The bootstrap servers of the broker, which is started on first use. */
    public static synchronized String kafka() {
        if (kafka == null) {
            kafka = startKafka();
        }
        return kafka;
    }

    /** The connection string of the store, which is started on first use. */
    public static synchronized String mongodb() {
        if (mongodb == null) {
            mongodb = startMongodb();
        }
        return mongodb;
    }

    private static String startKafka() {
        String own = System.getenv("QUARTIER_KAFKA");
        if (own != null) {
            return used("Kafka", "QUARTIER_KAFKA", own);
        }
        if (DOCKER_ANSWERS) {
            var container = new KafkaContainer("apache/kafka-native:4.2.1");
            container.start();
            return used("Kafka", "Testcontainers", container.getBootstrapServers());
        }
        try {
            Broker broker = new Broker(Files.createTempDirectory("quartier-broker"), freePort(), freePort());
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
            return used("Kafka", "embedded broker", broker.address());
        } catch (IOException noTemporaryDirectory) {
            throw new UncheckedIOException(noTemporaryDirectory);
        }
    }

    private static String startMongodb() {
        String own = System.getenv("QUARTIER_MONGODB_URI");
        if (own != null) {
            return used("MongoDB", "QUARTIER_MONGODB_URI", own);
        }
        if (DOCKER_ANSWERS) {
            var container = new MongoDBContainer("mongo:8.0");
            container.start();
            return used("MongoDB", "Testcontainers", container.getConnectionString());
        }
        DocumentStore store = new DocumentStore();
        Runtime.getRuntime().addShutdownHook(new Thread(store::close));
        return used("MongoDB", "embedded document store", store.uri());
    }

    private static String used(String what, String kind, String address) {
        System.out.println("Tests use " + what + ": " + kind + " at " + address);
        return address;
    }

    private static boolean dockerAnswers() {
        // It logs an ERROR line when no engine answers, which is no error here.
        var logger = LoggerFactory.getLogger("org.testcontainers");
        if (logger instanceof Logger logback) {
            logback.setLevel(Level.OFF);
        }
        boolean answers = DockerClientFactory.instance().isDockerAvailable();
        if (logger instanceof Logger logback) {
            logback.setLevel(null);
        }
        return answers;
    }

    /** A port that was free a moment ago. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
