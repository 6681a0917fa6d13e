package quartier.testing;

import java.net.http.HttpHeaders;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service answered. */
public record Answer(int status, String body, HttpHeaders headers) {

    private static final JsonMapper JSON = new JsonMapper();

    public JsonNode json() {
        return JSON.readTree(body);
    }

    /** The text at this JSON pointer; fails when there is none. */
    public String at(String pointer) {
        return json().requiredAt(pointer).asString();
    }

    public @Nullable String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    /** The stable name of the problem, without its prefix; empty when the answer is no problem document. */
    public String problem() {
        String prefix = "urn:quartier:problem:";
        String type = body.startsWith("{") ? json().path("type").asString("") : "";
        return type.startsWith(prefix) ? type.substring(prefix.length()) : "";
    }
}
