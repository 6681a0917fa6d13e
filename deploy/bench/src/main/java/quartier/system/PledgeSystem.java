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
    /** Compiled less, as the launcher does it: who is started often is ready sooner. */
    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1");

    private static final int SERVICE_MEGABYTES = 768;
    /** The local store has an answer in memory as a whole, and the sandbox bank may be asked for all its payments. */
    private static final int STORE_MEGABYTES = 2_048;

    private static final String HEX_DIGITS = "0123456789abcdef";

    private final Path folder;
    private final Issuer issuer;
    private final SandboxClock clock;
    private final String storeUri;
    private final int brokerPort = freePort();
    private final List<AutoCloseable> running = new ArrayList<>();

    private PledgeSystem(Path folder, String storeUri) {
        this.folder = folder;
        this.storeUri = storeUri;
        this.issuer = new Issuer(folder.resolve("secrets").resolve("identity-key.json"));
        this.clock = new SandboxClock(clockFile());
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** Store and broker, in a folder that is emptied first. */
    public static PledgeSystem startedIn(Path folder) {
        int port = freePort();
        PledgeSystem system = new PledgeSystem(emptied(folder), "mongodb://localhost:" + port);
        String documents =
                system.folder.resolve("store").resolve("documents.mv").toString();
        JavaProcess store = system.own(
                "store", STORE_MEGABYTES, "quartier.local.store.StoreProcess", documents, String.valueOf(port));
        system.startBroker();
        store.await(STARTS_WITHIN, () -> accepts(port));
        return system;
    }

    /** As above, over a store that runs already. */
    public static PledgeSystem over(String storeUri, Path folder) {
        PledgeSystem system = new PledgeSystem(emptied(folder), storeUri);
        system.startBroker();
        return system;
    }

    private static Path emptied(Path folder) {
        Path absolute = folder.toAbsolutePath();
        try {
            delete(absolute);
            return Files.createDirectories(absolute);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    private void startBroker() {
        String log = folder.resolve("broker").toString();
        JavaProcess broker = own(
                "broker",
                256,
                "quartier.local.broker.BrokerProcess",
                log,
                String.valueOf(brokerPort),
                String.valueOf(freePort()));
        broker.await(STARTS_WITHIN, () -> accepts(brokerPort));
    }

    /** A program of this process's own class path. */
    private JavaProcess own(String name, int heapMegabytes, String main, String... arguments) {
        List<String> program = ownProgram(main);
        program.addFirst("-Dlogback.configurationFile=quartier/local/process-logback.xml");
        program.addAll(List.of(arguments));
        return keep(JavaProcess.start(flags(heapMegabytes, QUICK_START), program, Map.of(), log(name)));
    }

    private static List<String> ownProgram(String main) {
        return new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), main));
    }

    /**
     * Starts a pledge-service, as the launcher does, and waits until it takes requests.
     *
     * @param jar of the service, as it is deployed
     * @param settings beside those that it shares with the others
     */
    public Replica replica(String name, Path jar, Map<String, String> settings) {
        return replica(name, QUICK_START, List.of("-jar", laidOut(jar).toString()), settings);
    }

    /** The same of this process's own class path and a main class, compiled as in production. */
    public Replica measured(String name, Class<?> main, Map<String, String> settings) {
        return replica(name, List.of(), ownProgram(main.getName()), settings);
    }

    private Replica replica(String name, List<String> flags, List<String> program, Map<String, String> settings) {
        int port = freePort();
        int managementPort = freePort();
        Map<String, String> environment = environment();
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put("QUARTIER_MANAGEMENT_PORT", String.valueOf(managementPort));
        environment.putAll(settings);
        JavaProcess process = JavaProcess.start(flags(SERVICE_MEGABYTES, flags), program, environment, log(name));
        Replica replica = keep(new Replica(name, port, managementPort, issuer::tokenOf, process));
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
        return storeUri;
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

    private static List<String> flags(int heapMegabytes, List<String> more) {
        List<String> flags = new ArrayList<>(more);
        flags.add("-Xmx" + heapMegabytes + "m");
        return flags;
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

    /** Stops all, once; what they wrote stays in the folder. */
    @Override
    public void close() {
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
