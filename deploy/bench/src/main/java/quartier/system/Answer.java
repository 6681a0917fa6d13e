package quartier.system;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a service answered. */
public record Answer(int status, String body) {

    private static final String PROBLEM = "urn:quartier:problem:";

    /** The text at this JSON pointer; empty when there is none. */
    public String at(String pointer) {
        return json().at(pointer).asString("");
    }

    public JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    /** The stable name of the problem; empty when it is none. */
    public String problem() {
        String type = body.startsWith("{") ? at("/type") : "";
        return type.startsWith(PROBLEM) ? type.substring(PROBLEM.length()) : "";
    }
}
