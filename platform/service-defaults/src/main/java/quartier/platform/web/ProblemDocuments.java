package quartier.platform.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Writes problem documents in the reader's language. */
public final class ProblemDocuments {

    private final MessageSource messages;

    public ProblemDocuments(MessageSource messages) {
        this.messages = messages;
    }

    ProblemDetail of(Problem problem, Locale locale) {
        ProblemDetail document = of(problem.status(), problem.type(), problem.arguments(), locale);
        if (!problem.fields().isEmpty()) {
            document.setProperty(
                    "errors",
                    problem.fields().stream()
                            .map(field -> Map.of(
                                    "field", field.field(),
                                    "code", field.code(),
                                    "message", text("problem.field." + field.code(), field.arguments(), locale)))
                            .toList());
        }
        problem.extensions().forEach(document::setProperty);
        return document;
    }

    /** A document of this type, for answers that no exception led to. */
    public ProblemDetail of(HttpStatusCode status, String type, List<Object> arguments, Locale locale) {
        ProblemDetail document =
                ProblemDetail.forStatusAndDetail(status, text("problem." + type + ".detail", arguments, locale));
        document.setType(URI.create("urn:quartier:problem:" + type));
        document.setTitle(text("problem." + type + ".title", arguments, locale));
        return document;
    }

    private String text(String key, List<Object> arguments, Locale locale) {
        String found = messages.getMessage(key, arguments.toArray(), key, locale);
        return found == null ? key : found;
    }
}
