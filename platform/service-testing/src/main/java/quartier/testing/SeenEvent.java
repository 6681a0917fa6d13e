package quartier.testing;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An event as a consumer sees it on the bus. The attributes are the CloudEvents ones, without their prefix. */
public record SeenEvent(String topic, String key, Map<String, String> attributes, JsonNode data) {

    public SeenEvent {
        attributes = Map.copyOf(attributes);
    }

    public String type() {
        return attributes.getOrDefault("type", "");
    }

    public String subject() {
        return attributes.getOrDefault("subject", "");
    }

    public long sequence() {
        return Long.parseLong(attributes.getOrDefault("sequence", "-1"));
    }
}
