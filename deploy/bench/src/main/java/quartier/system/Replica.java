package quartier.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Function;

/** One pledge-service process, at an address that it keeps when it is killed and started again. */
public final class Replica implements AutoCloseable {

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(3);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String name;
    private final URI address;
    private final URI health;
    private final Function<String, String> tokens;
    private volatile JavaProcess process;

    Replica(String name, int port, int managementPort, Function<String, String> tokens, JavaProcess process) {
        this.name = name;
        this.address = URI.create("http://localhost:" + port);
        this.health = URI.create("http://localhost:" + managementPort + "/actuator/health/readiness");
        this.tokens = tokens;
        this.process = process;
    }

    public String name() {
        return name;
    }

    public URI address() {
        return address;
    }

    /** SIGKILL. */
    public void kill() {
        process.kill();
    }

    /** After a kill; returns when it takes requests. */
    public void startAgain() {
        process = process.again();
        awaitReady();
    }

    void awaitReady() {
        process.await(STARTS_WITHIN, this::isReady);
    }

    private boolean isReady() {
        try {
            var request = HttpRequest.newBuilder(health).timeout(ANSWERS_WITHIN).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }

    /** @throws IOException when the connection breaks: whether it had an effect is not known */
    public Answer get(String login, String path) throws IOException {
        return send(request(login, path).GET().build());
    }

    /**
     * @param key the Idempotency-Key
     * @throws IOException when the connection breaks: whether it had an effect is not known
     */
    public Answer post(String login, String key, String path, String json) throws IOException {
        return send(request(login, path)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    /** The header of this name, for those who ask by other means. */
    public String authorization(String login) {
        return "Bearer " + tokens.apply(login);
    }

    private HttpRequest.Builder request(String login, String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(ANSWERS_WITHIN)
                .header("Authorization", authorization(login));
    }

    private Answer send(HttpRequest request) throws IOException {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }

    private static IllegalStateException interrupted(InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(stopped);
    }

    /** Not gently: it is used to it, and its last requests would be waited for. */
    @Override
    public void close() {
        process.kill();
        http.shutdownNow();
    }
}
