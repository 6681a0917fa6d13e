package quartier.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Services of this checkout as processes of their own, as {@code ./quartier bench} has packaged them. */
final class Processes implements AutoCloseable {

    /** Seals addresses that no row has. */
    static final String KEY = "0".repeat(64);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final List<Process> all = new ArrayList<>();

    /** The address of the service, once it answers. */
    String start(String module, String... arguments) {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-jar",
                jar(module).toString(),
                "--server.port=" + port,
                "--management.server.port=0",
                "--logging.level.root=error"));
        command.addAll(List.of(arguments));
        String address = "http://localhost:" + port;
        try {
            Path log = Files.createTempFile("quartier-bench-" + module + "-", ".log");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            all.add(process);
            Writers.await(() -> !process.isAlive() || answers(address));
            if (!process.isAlive()) {
                throw new IllegalStateException(module + " ended at once: see " + log);
            }
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
        return address;
    }

    private static boolean answers(String address) {
        try {
            return get(address + "/nothing-here") > 0;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** The status; the body is read. */
    static int get(String address) {
        return body(address).status();
    }

    record Answer(int status, String body) {}

    static Answer body(String address) {
        try {
            var answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .timeout(Duration.ofSeconds(30))
                            .build(),
                    BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The status of a command without a body. */
    static int post(String address, String token) {
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(URI.create(address))
                                    .header("Authorization", "Bearer " + token)
                                    .POST(HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static Path jar(String module) {
        try (Stream<Path> built = Files.list(Path.of(module, "target"))) {
            return built.filter(file -> file.getFileName().toString().endsWith("-app.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(module + " is not packaged"));
        } catch (IOException notBuilt) {
            throw new UncheckedIOException(notBuilt);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    @Override
    public void close() {
        all.forEach(Process::destroy);
        all.forEach(process -> {
            try {
                process.waitFor();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
