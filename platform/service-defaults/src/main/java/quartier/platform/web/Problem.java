package quartier.platform.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A refusal on its way to the caller, as an RFC 9457 problem document. The type is stable and public:
 * {@code urn:quartier:problem:<type>}. Title and detail come from the messages {@code problem.<type>.title} and
 * {@code problem.<type>.detail} in the reader's language, the arguments fill the detail's places.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * One field that is wrong.
     *
     * @param field the path in the request's body, for example {@code tiers[1].amount}
     * @param code stable; {@code problem.field.<code>} is its message
     */
    public record Field(String field, String code, List<Object> arguments) {
        public Field {
            arguments = List.copyOf(arguments);
        }

        public static Field of(String field, String code, Object... arguments) {
            return new Field(field, code, List.of(arguments));
        }
    }

    private final HttpStatus status;
    private final String type;
    private final transient List<Object> arguments;
    private final transient List<Field> fields;
    private final transient Map<String, Object> extensions = new LinkedHashMap<>();
    private @Nullable Duration retryAfter;

    public Problem(HttpStatus status, String type, Object... arguments) {
        this(status, type, List.of(arguments), List.of());
    }

    private Problem(HttpStatus status, String type, List<Object> arguments, List<Field> fields) {
        super(type, null, false, false);
        this.status = status;
        this.type = type;
        this.arguments = arguments;
        this.fields = List.copyOf(fields);
    }

    /** 422: the body was understood, but these fields break a rule. */
    public static Problem ofFields(List<Field> fields) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-fields", List.of(), fields);
    }

    public static Problem notFound() {
        return new Problem(HttpStatus.NOT_FOUND, "not-found");
    }

    public static Problem forbidden() {
        return new Problem(HttpStatus.FORBIDDEN, "forbidden");
    }

    /** Adds a member to the problem document. */
    public Problem with(String name, Object value) {
        extensions.put(name, value);
        return this;
    }

    /** When to come back: the {@code Retry-After} of the answer, in whole seconds and at least one. */
    public Problem retryAfter(Duration wait) {
        retryAfter = wait;
        return this;
    }

    public HttpStatus status() {
        return status;
    }

    public String type() {
        return type;
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    List<Object> arguments() {
        return arguments;
    }

    List<Field> fields() {
        return fields;
    }

    Map<String, Object> extensions() {
        return extensions;
    }
}
