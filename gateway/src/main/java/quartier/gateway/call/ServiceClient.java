package quartier.gateway.call;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls one service in a member's name and language, through its breaker. Nothing is ever tried twice here. */
public final class ServiceClient {

    private final Service service;
    private final RestClient http;
    private final Breakers breakers;
    private final JsonMapper json;

    ServiceClient(Service service, RestClient http, Breakers breakers, JsonMapper json) {
        this.service = service;
        this.http = http;
        this.breakers = breakers;
        this.json = json;
    }

    /** One question. Throws {@link ServiceRefused} and {@link ServiceUnavailable}. */
    public <T> T get(Bearer bearer, Class<T> type, Request request) {
        return read(bearer, body -> json.readValue(body, type), request);
    }

    public <T> Listing<T> list(Bearer bearer, Class<T> type, Request request) {
        JavaType listing = json.getTypeFactory().constructParametricType(Listing.class, type);
        return read(bearer, body -> json.readValue(body, listing), request);
    }

    /** The body as it came, for documents that are not JSON. */
    public String text(Bearer bearer, Request request) {
        Exchange exchange = exchange(HttpMethod.GET, bearer, request);
        if (!exchange.status().is2xxSuccessful()) {
            throw new ServiceRefused(exchange.refusal(json));
        }
        return exchange.body();
    }

    /** Hands a file on as it comes, without keeping it. Throws as {@link #get}. */
    public void pass(Bearer bearer, Request request, FileReceiver receiver) {
        Breakers.Attempt attempt = breakers.attempt(service);
        Optional<Exchange> refused;
        try {
            refused = prepared(HttpMethod.GET, bearer, request).exchangeForRequiredValue((sent, response) -> {
                attempt.answered(response.getStatusCode());
                if (!response.getStatusCode().is2xxSuccessful()) {
                    return Optional.of(Exchange.of(response));
                }
                receiver.receive(response.getHeaders(), response.getBody());
                return Optional.empty();
            });
        } catch (ResourceAccessException away) {
            attempt.failed(away);
            throw new ServiceUnavailable(service, away);
        }
        if (refused.isPresent()) {
            throw failure(refused.get());
        }
    }

    private RuntimeException failure(Exchange exchange) {
        return exchange.status().is5xxServerError()
                ? new ServiceUnavailable(
                        service, new IOException("answered " + exchange.status().value()))
                : new ServiceRefused(exchange.refusal(json));
    }

    /** One command. An outage is an answer too ({@code unavailable}): the page keeps what was typed. */
    public <T> Answer<T> send(HttpMethod method, Bearer bearer, Class<T> type, Request request) {
        Exchange exchange;
        try {
            exchange = exchange(method, bearer, request);
        } catch (ServiceUnavailable away) {
            return new Answer.Refused<>(new Refusal(503, "unavailable", "", "", List.of()));
        }
        if (exchange.status().value() == 401) {
            throw new ServiceRefused(exchange.refusal(json));
        }
        if (!exchange.status().is2xxSuccessful()) {
            return new Answer.Refused<>(exchange.refusal(json));
        }
        return new Answer.Done<>(
                type == Nothing.class
                        ? type.cast(new Nothing())
                        : parse(exchange.body(), body -> json.readValue(body, type)));
    }

    private <T> T read(Bearer bearer, Function<String, T> reading, Request request) {
        Exchange exchange = exchange(HttpMethod.GET, bearer, request);
        if (!exchange.status().is2xxSuccessful()) {
            throw failure(exchange);
        }
        return parse(exchange.body(), reading);
    }

    private <T> T parse(String body, Function<String, T> reading) {
        try {
            return reading.apply(body);
        } catch (JacksonException unreadable) {
            throw new ServiceUnavailable(service, unreadable);
        }
    }

    private Exchange exchange(HttpMethod method, Bearer bearer, Request request) {
        Breakers.Attempt attempt = breakers.attempt(service);
        try {
            Exchange exchange = prepared(method, bearer, request)
                    .exchangeForRequiredValue((sent, response) -> Exchange.of(response));
            attempt.answered(exchange.status());
            return exchange;
        } catch (ResourceAccessException away) {
            attempt.failed(away);
            throw new ServiceUnavailable(service, away);
        }
    }

    private RestClient.RequestBodySpec prepared(HttpMethod method, Bearer bearer, Request request) {
        RestClient.RequestBodySpec call = http.method(method)
                .uri(builder -> request.uri(builder))
                .header(
                        HttpHeaders.ACCEPT_LANGUAGE,
                        LocaleContextHolder.getLocale().toLanguageTag())
                .headers(headers -> {
                    bearer.token().ifPresent(headers::setBearerAuth);
                    ClientAddress.ofCurrentRequest().ifPresent(address -> headers.set(ClientAddress.HEADER, address));
                    request.headers().forEach(headers::set);
                });
        if (request.body() instanceof byte[] file) {
            call.contentType(MediaType.APPLICATION_OCTET_STREAM).body(file);
        } else if (request.body() != null) {
            call.contentType(MediaType.APPLICATION_JSON).body(json.writeValueAsBytes(request.body()));
        }
        return call;
    }

    /** What is asked: a path with places, query parameters of which the empty ones are left out, headers and a body. */
    public record Request(
            String path,
            List<Object> places,
            Map<String, String> query,
            Map<String, String> headers,
            @Nullable Object body) {

        public static Request of(String path, Object... places) {
            return new Request(path, List.of(places), Map.of(), Map.of(), null);
        }

        public Request with(String parameter, @Nullable Object value) {
            return value == null || value.toString().isBlank()
                    ? this
                    : new Request(path, places, plus(query, parameter, value.toString()), headers, body);
        }

        public Request header(String name, String value) {
            return new Request(path, places, query, plus(headers, name, value), body);
        }

        public Request body(Object sent) {
            return new Request(path, places, query, headers, sent);
        }

        private static Map<String, String> plus(Map<String, String> map, String key, String value) {
            var more = new LinkedHashMap<>(map);
            more.put(key, value);
            return more;
        }

        private URI uri(UriBuilder builder) {
            builder.path(path);
            query.keySet().forEach(name -> builder.queryParam(name, "{" + name + "}"));
            var values = new ArrayList<>(places);
            values.addAll(query.values());
            return builder.build(values.toArray());
        }
    }

    private record Exchange(HttpStatusCode status, String body) {

        static Exchange of(ClientHttpResponse response) throws IOException {
            return new Exchange(
                    response.getStatusCode(), new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8));
        }

        Refusal refusal(JsonMapper json) {
            Optional<JsonNode> document = document(json);
            String type =
                    document.map(problem -> problem.path("type").asString("")).orElse("");
            return new Refusal(
                    status.value(),
                    type.startsWith(Refusal.URN) ? type.substring(Refusal.URN.length()) : "status-" + status.value(),
                    document.map(problem -> problem.path("title").asString("")).orElse(""),
                    document.map(problem -> problem.path("detail").asString("")).orElse(""),
                    document.map(problem -> fields(problem.path("errors"))).orElse(List.of()));
        }

        private Optional<JsonNode> document(JsonMapper json) {
            try {
                return Optional.of(json.readTree(body)).filter(JsonNode::isObject);
            } catch (JacksonException notJson) {
                return Optional.empty();
            }
        }

        private static List<Refusal.FieldError> fields(JsonNode errors) {
            return StreamSupport.stream(errors.spliterator(), false)
                    .map(error -> new Refusal.FieldError(
                            error.path("field").asString(""),
                            error.path("code").asString(""),
                            error.path("message").asString("")))
                    .toList();
        }
    }
}
