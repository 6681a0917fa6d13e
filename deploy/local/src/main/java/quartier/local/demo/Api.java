package quartier.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The gateway's API, used as any program would: bearer tokens, idempotency keys, and patience with a busy service. */
final class Api {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** 404 among them: what one service has just made, another hears of a moment later. */
    private static final Set<Integer> PASSING = Set.of(404, 429, 502, 503, 504);

    private static final int AT_ONCE = 32;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final JsonMapper json = JsonMapper.shared();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final URI gateway;

    Api(URI gateway) {
        this.gateway = gateway;
    }

    record Answer(int status, JsonNode body) {

        boolean isProblem(String type) {
            return body.path("type").asString("").equals("urn:quartier:problem:" + type);
        }
    }

    JsonNode get(String token, String path) throws InterruptedException {
        return checked("GET", path, send("GET", path, token, null, null));
    }

    /** Asks again until the answer is as wanted: what it tells travels as events. */
    JsonNode getUntil(String token, String path, Predicate<JsonNode> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Answer answer = send("GET", path, token, null, null);
            if (answer.status() < 300 && wanted.test(answer.body())) {
                return answer.body();
            }
            if (System.nanoTime() > deadline) {
                throw new DemoFailed("GET " + path + " never came to what the demo waits for. Its last answer: "
                        + answer.status() + " " + answer.body());
            }
            Thread.sleep(PAUSE);
        }
    }

    /** @param key the same for the same thing: a repetition does it once */
    JsonNode post(String token, String path, String key, Map<String, ?> body) throws InterruptedException {
        return checked("POST", path, send("POST", path, token, key, body));
    }

    /** Again while it is refused for a reason that passes: another service has not heard of it yet. */
    JsonNode postOnceKnown(String token, String path, String key, Map<String, ?> body, Set<String> passing)
            throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Answer answer = send("POST", path, token, key, body);
            if (passing.stream().noneMatch(answer::isProblem) || System.nanoTime() > deadline) {
                return checked("POST", path, answer);
            }
            Thread.sleep(PAUSE);
        }
    }

    /** Presses a button on one of the sandbox bank's pages, as a person would in a browser. */
    void press(String page, String button) throws InterruptedException {
        URI address = gateway.resolve(URI.create(page).getPath() + "/" + button);
        try {
            int status = http.send(
                            HttpRequest.newBuilder(address)
                                    .timeout(ANSWER_WITHIN)
                                    .POST(HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status >= 400) {
                throw new DemoFailed("The bank's page " + address.getPath() + " was answered " + status);
            }
        } catch (IOException unanswered) {
            throw new DemoFailed("The bank's page " + address.getPath() + " was not answered: " + unanswered);
        }
    }

    JsonNode put(String token, String path, Map<String, ?> body) throws InterruptedException {
        return checked("PUT", path, send("PUT", path, token, null, body));
    }

    /** Over the version that was read. */
    JsonNode put(String token, String path, long version, Map<String, ?> body) throws InterruptedException {
        return checked("PUT", path, send("PUT", path, token, null, version, body));
    }

    private static JsonNode checked(String method, String path, Answer answer) {
        if (answer.status() >= 300) {
            throw new DemoFailed(method + " " + path + " was answered " + answer.status() + ": " + answer.body());
        }
        return answer.body();
    }

    private Answer send(String method, String path, String token, @Nullable String key, @Nullable Map<String, ?> body)
            throws InterruptedException {
        return send(method, path, token, key, null, body);
    }

    private Answer send(
            String method,
            String path,
            String token,
            @Nullable String key,
            @Nullable Long version,
            @Nullable Map<String, ?> body)
            throws InterruptedException {
        var request = HttpRequest.newBuilder(gateway.resolve("/api/" + path))
                .timeout(ANSWER_WITHIN)
                .header("Accept", "application/json")
                .header("Accept-Language", "fr");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (version != null) {
            request.header("If-Match", "\"" + version + "\"");
        }
        if (body != null) {
            request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
        } else {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        }
        return patiently(request.build());
    }

    private Answer patiently(HttpRequest request) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            @Nullable IOException failure = null;
            places.acquire();
            try {
                var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                var read = new Answer(answer.statusCode(), read(answer.body()));
                if (!passes(read) || System.nanoTime() > deadline) {
                    return read;
                }
            } catch (IOException unanswered) {
                failure = unanswered;
            } finally {
                places.release();
            }
            if (failure != null && System.nanoTime() > deadline) {
                throw new DemoFailed(request.method() + " " + request.uri() + " was not answered: " + failure);
            }
            Thread.sleep(PAUSE);
        }
    }

    /** Also that somebody else changed the same at the same moment, a backer's pledge for example. */
    private static boolean passes(Answer answer) {
        return PASSING.contains(answer.status()) || answer.isProblem("changed-meanwhile");
    }

    private JsonNode read(String body) {
        return body.startsWith("{") || body.startsWith("[") ? json.readTree(body) : MissingNode.getInstance();
    }
}
