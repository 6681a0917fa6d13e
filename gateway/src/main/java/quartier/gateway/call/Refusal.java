package quartier.gateway.call;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service's problem document (RFC 9457), in the reader's language as the service wrote it.
 *
 * @param type the slug after {@code urn:quartier:problem:}
 */
public record Refusal(int status, String type, String title, String detail, List<FieldError> errors) {

    static final String URN = "urn:quartier:problem:";

    /** What is wrong with one field; {@code field} is its path in the request's body. */
    public record FieldError(String field, @Nullable String code, String message) {}

    public Refusal {
        errors = List.copyOf(errors);
    }

    public boolean is(String wanted) {
        return type.equals(wanted);
    }

    /** Nobody knows whether it was done: the same request may be sent again under the same key. */
    public boolean unknownOutcome() {
        return status >= 500;
    }
}
