package quartier.e2e;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import quartier.testing.TestHttp;

/**
 * The whole system, started once for all journeys by the same command that a newcomer types, on ports and in a data
 * folder of its own, and stopped when the tests end. Its sandbox clock only ever moves forward.
 */
final class RunningSystem {

    /** Of two checkouts that are tested at once, one sets the variable. */
    private static final int PORTS_FROM =
            Integer.parseInt(System.getenv().getOrDefault("QUARTIER_E2E_PORTS_FROM", "20080"));

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path DATA = Path.of("target/quartier").toAbsolutePath();

    private static @Nullable RunningSystem running;

    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private RunningSystem() {}

    /** What a command printed, and how it ended. */
    record Outcome(int exit, String printed) {}

    static synchronized RunningSystem get() {
        if (running == null) {
            RunningSystem system = new RunningSystem();
            system.quartier(Duration.ofMinutes(1), "reset", "--yes");
            Outcome up = system.quartier(Duration.ofMinutes(10), "up");
            assertThat(up.exit()).as(up.printed()).isZero();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> system.quartier(Duration.ofMinutes(2), "down")));
            running = system;
        }
        return running;
    }

    String address() {
        return "http://localhost:" + PORTS_FROM;
    }

    /** The address of the identity provider, which also shows the mail that it caught. */
    String identityAddress() {
        return "http://localhost:" + (PORTS_FROM + 6);
    }

    /** The address of the document store, which has what a killed process left behind. */
    String storeAddress() {
        return "mongodb://localhost:" + (PORTS_FROM + 9);
    }

    TestHttp http() {
        return new TestHttp(this::address);
    }

    TestHttp mail() {
        return new TestHttp(this::identityAddress);
    }

    /** As this person, with the token that a script would use. */
    TestHttp as(String person) {
        return http().as(tokens.computeIfAbsent(person, this::token));
    }

    /**
     * Gives roles to somebody who signed up, as whoever runs the identity provider does; they hold from the next
     * sign-in.
     */
    void appoint(String email, String... roles) {
        try (MongoClient store = MongoClients.create(storeAddress())) {
            var members = store.getDatabase("identity").getCollection("members");
            var appointed = members.updateOne(eq("_id", email), Updates.set("roles", List.of(roles)));
            assertThat(appointed.getModifiedCount()).as(email).isOne();
        }
    }

    private String token(String person) {
        Outcome outcome = quartier(Duration.ofMinutes(1), "token", person);
        assertThat(outcome.exit()).as(outcome.printed()).isZero();
        return outcome.printed().strip();
    }

    /** SIGKILL: the process gets no chance to finish anything. */
    void kill(String process) {
        long pid = pidOf(process);
        ProcessHandle handle = ProcessHandle.of(pid).orElseThrow();
        handle.destroyForcibly();
        handle.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    void start(String process) {
        startWith(Map.of(), process);
    }

    /** Starts it with further settings, until it stops. */
    void startWith(Map<String, String> settings, String process) {
        Outcome outcome = quartier(Duration.ofMinutes(3), settings, "start", process);
        assertThat(outcome.exit()).as(outcome.printed()).isZero();
    }

    void stop(String process) {
        Outcome outcome = quartier(Duration.ofMinutes(2), "stop", process);
        assertThat(outcome.exit()).as(outcome.printed()).isZero();
    }

    /** Moves everybody's clock forward, for example by {@code +31d}. */
    void moveClock(String by) {
        Outcome outcome = quartier(Duration.ofMinutes(1), "clock", by);
        assertThat(outcome.exit()).as(outcome.printed()).isZero();
    }

    /** What the auditor says of the stored journal; clean when it exits 0. */
    Outcome audit() {
        return quartier(Duration.ofMinutes(3), "audit");
    }

    Instant now() {
        Path offset = DATA.resolve("clock");
        try {
            return Files.exists(offset)
                    ? Instant.now().plus(Duration.parse(Files.readString(offset).strip()))
                    : Instant.now();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static long pidOf(String process) {
        try (var lines = Files.lines(DATA.resolve("run").resolve(process + ".pid"))) {
            return Long.parseLong(lines.findFirst().orElseThrow());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Outcome quartier(Duration patience, String... arguments) {
        return quartier(patience, Map.of(), arguments);
    }

    private Outcome quartier(Duration patience, Map<String, String> settings, String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = ROOT.resolve("quartier").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            Path printed = Files.createTempFile("quartier", ".out");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(ROOT.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile());
            builder.environment().putAll(settings);
            builder.environment().put("QUARTIER_PORTS_FROM", Integer.toString(PORTS_FROM));
            builder.environment().put("QUARTIER_DATA", DATA.toString());
            builder.environment().put("QUARTIER_SKIP_BUILD", "1");
            Process process = builder.start();
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(
                        Arrays.toString(command) + " took longer than " + patience + ": " + Files.readString(printed));
            }
            return new Outcome(process.exitValue(), Files.readString(printed, StandardCharsets.UTF_8));
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
