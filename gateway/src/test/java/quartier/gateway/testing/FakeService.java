package quartier.gateway.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One server whose answers a test chooses, and that remembers what it was asked. */
public final class FakeService implements AutoCloseable {

    public record Received(
            String method, String path, @Nullable String query, Map<String, List<String>> headers, String body) {

        public Optional<String> header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst();
        }
    }

    public record Reply(int status, String type, String body, Map<String, String> headers) {

        public static Reply json(String body) {
            return new Reply(200, "application/json", body, Map.of());
        }

        public static Reply problem(int status, String slug, String title, String detail) {
            return new Reply(status, "application/problem+json", """
                    {"type":"urn:quartier:problem:%s","title":"%s","status":%d,"detail":"%s"}""".formatted(slug, title, status, detail), Map.of());
        }

        public static Reply redirect(String location) {
            return new Reply(302, "text/plain", "", Map.of("Location", location));
        }
    }

    private final HttpServer server;
    private final Map<String, Function<Received, Reply>> replies = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile @Nullable CountDownLatch held;

    public FakeService(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException portTaken) {
            throw new UncheckedIOException(portTaken);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** The latest rule for a method and path wins; a path may end with {@code *}. */
    public FakeService on(String methodAndPath, Function<Received, Reply> reply) {
        replies.put(methodAndPath, reply);
        return this;
    }

    public FakeService on(String methodAndPath, Reply reply) {
        return on(methodAndPath, request -> reply);
    }

    public FakeService on(String methodAndPath, String json) {
        return on(methodAndPath, Reply.json(json));
    }

    public List<Received> received(String method, String path) {
        return received.stream()
                .filter(request ->
                        request.method().equals(method) && request.path().equals(path))
                .toList();
    }

    public void forget() {
        received.clear();
    }

    public void forgetReplies() {
        replies.clear();
    }

    /** Answers nothing until released. */
    public CountDownLatch hold() {
        var latch = new CountDownLatch(1);
        held = latch;
        return latch;
    }

    public void letGo() {
        CountDownLatch latch = held;
        held = null;
        if (latch != null) {
            latch.countDown();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            CountDownLatch latch = held;
            if (latch != null) {
                latch.await();
            }
            var request = new Received(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestURI().getRawQuery(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            received.add(request);
            write(exchange, reply(request));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply reply(Received request) {
        String wanted = request.method() + " " + request.path();
        Function<Received, Reply> exact = replies.get(wanted);
        if (exact != null) {
            return exact.apply(request);
        }
        return replies.entrySet().stream()
                .filter(rule -> rule.getKey().endsWith("*"))
                .filter(rule -> wanted.startsWith(
                        rule.getKey().substring(0, rule.getKey().length() - 1)))
                .max(Map.Entry.comparingByKey(java.util.Comparator.comparingInt(String::length)))
                .map(rule -> rule.getValue().apply(request))
                .orElse(Reply.problem(404, "not-found", "Introuvable", "Rien ici."));
    }

    private static void write(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", reply.type());
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        letGo();
        server.stop(0);
    }
}
