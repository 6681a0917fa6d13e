package quartier.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import quartier.platform.clock.SandboxClock;

/**
 * Document store and broker of the local default and pledge-services from their production jar, each as a process with
 * data in a folder of its own and on ports that were free.
 */
public final class PledgeSystem implements AutoCloseable {

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(2);
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1";
    private static final String HEX_DIGITS = "0123456789abcdef";

    private final Path folder;
    private final Issuer issuer;
    private final SandboxClock clock;
    private final int storePort = freePort();
    private final int brokerPort = freePort();
    private final List<AutoCloseable> running = new ArrayList<>();
    private final Thread atExit = new Thread(this::stopAll);

    private PledgeSystem(Path folder) {
        this.folder = folder;
        this.issuer = new Issuer(folder.resolve("secrets").resolve("identity-key.json"));
        this.clock = new SandboxClock(clockFile());
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Store and broker, in a folder that is emptied first. */
    public static PledgeSystem startedIn(Path folder) {
        Path absolute = folder.toAbsolutePath();
        try {
            delete(absolute);
            Files.createDirectories(absolute);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
        PledgeSystem system = new PledgeSystem(absolute);
        system.startStoreAndBroker();
        return system;
    }

    private void startStoreAndBroker() {
        JavaProcess store = own(
                "store",
                512,
                "quartier.local.store.StoreProcess",
                folder.resolve("store").resolve("documents.mv").toString(),
                String.valueOf(storePort));
        JavaProcess broker = own(
                "broker",
                256,
                "quartier.local.broker.BrokerProcess",
                folder.resolve("broker").toString(),
                String.valueOf(brokerPort),
                String.valueOf(freePort()));
        store.await(STARTS_WITHIN, () -> accepts(storePort));
        broker.await(STARTS_WITHIN, () -> accepts(brokerPort));
    }

    /** A program of this process's own class path. */
    private JavaProcess own(String name, int heapMegabytes, String main, String... arguments) {
        List<String> program = new ArrayList<>(List.of(
                "-Dlogback.configurationFile=quartier/local/process-logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                main));
        program.addAll(List.of(arguments));
        return keep(JavaProcess.start(heap(heapMegabytes), program, Map.of(), log(name)));
    }

    /**
     * Starts a pledge-service and waits until it takes requests.
     *
     * @param jar of the service, as it is deployed
     * @param settings beside those that it shares with the others
     */
    public Replica replica(String name, Path jar, Map<String, String> settings) {
        int port = freePort();
        int managementPort = freePort();
        Map<String, String> environment = environment();
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put("QUARTIER_MANAGEMENT_PORT", String.valueOf(managementPort));
        environment.putAll(settings);
        JavaProcess process = JavaProcess.start(
                heap(768), List.of("-jar", laidOut(jar).toString()), environment, log(name));
        Replica replica = new Replica(name, port, managementPort, issuer::tokenOf, process);
        keep(replica);
        replica.awaitReady();
        return replica;
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("SERVER_ADDRESS", "localhost");
        environment.put("MANAGEMENT_SERVER_ADDRESS", "localhost");
        environment.put("QUARTIER_MONGODB_URI", storeUri());
        environment.put("QUARTIER_KAFKA", kafka());
        environment.put("QUARTIER_ISSUER", issuer.address().toString());
        environment.put("QUARTIER_SANDBOX_ENABLED", "true");
        environment.put("QUARTIER_SANDBOX_CLOCKFILE", clockFile().toString());
        environment.put("QUARTIER_REFUND_ACCOUNT_KEY", HEX_DIGITS.repeat(4));
        // All requests come from one address, which rules against abuse would take for one busy fraudster.
        environment.put("QUARTIER_RISK_ENABLED", "false");
        return environment;
    }

    public String storeUri() {
        return "mongodb://localhost:" + storePort;
    }

    public String kafka() {
        return "localhost:" + brokerPort;
    }

    public Instant now() {
        return clock.instant();
    }

    /** Moves the clock of all processes. */
    public void moveClockTo(Instant instant) {
        clock.moveTo(instant);
    }

    public void launch(String project, Launch launch) {
        Projects.launch(kafka(), project, launch);
    }

    private Path clockFile() {
        return folder.resolve("clock");
    }

    private Path log(String name) {
        return folder.resolve("logs").resolve(name + ".log");
    }

    private static List<String> heap(int megabytes) {
        return List.of("-Xmx" + megabytes + "m", QUICK_START);
    }

    /** Boot's extracted layout, which starts faster than the one jar. */
    private Path laidOut(Path jar) {
        Path app = folder.resolve("apps").resolve(jar.getFileName().toString().replace(".jar", ""));
        Path inside = app.resolve(jar.getFileName());
        if (!Files.exists(inside)) {
            JavaProcess extracting = JavaProcess.start(
                    List.of("-Djarmode=tools"),
                    List.of("-jar", jar.toAbsolutePath().toString(), "extract", "--destination", app.toString()),
                    Map.of(),
                    log("layout"));
            extracting.awaitEnd(STARTS_WITHIN);
        }
        return inside;
    }

    private <T extends AutoCloseable> T keep(T process) {
        synchronized (running) {
            running.add(process);
        }
        return process;
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("localhost", port), 1_000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void stopAll() {
        List<AutoCloseable> last;
        synchronized (running) {
            last = new ArrayList<>(running).reversed();
            running.clear();
        }
        for (AutoCloseable process : last) {
            try {
                process.close();
            } catch (Exception impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        issuer.close();
    }

    /** Stops all; what they wrote stays in the folder. */
    @Override
    public void close() {
        stopAll();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
