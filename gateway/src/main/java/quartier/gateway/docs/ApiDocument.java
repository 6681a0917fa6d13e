package quartier.gateway.docs;

import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import quartier.gateway.call.Bearer;
import quartier.gateway.call.Part;
import quartier.gateway.call.Parts;
import quartier.gateway.call.Remembered;
import quartier.gateway.call.Service;
import quartier.gateway.call.ServiceClient;
import quartier.gateway.call.ServiceClient.Request;

/** Collects the services' OpenAPI documents, at the same time, and remembers the merged one for a short while. */
@Component
class ApiDocument {

    private final Map<Service, ServiceClient> clients = new EnumMap<>(Service.class);
    private final Parts parts;
    private final Remembered<Map<String, Object>> merged;

    ApiDocument(Function<Service, ServiceClient> clientOf, Parts parts) {
        for (Service service : Service.values()) {
            clients.put(service, clientOf.apply(service));
        }
        this.parts = parts;
        this.merged = new Remembered<>(Duration.ofSeconds(15), this::collect);
    }

    Map<String, Object> get() {
        return merged.get();
    }

    private Map<String, Object> collect() {
        Map<Service, Supplier<Part<Map<String, Object>>>> asked = new EnumMap<>(Service.class);
        clients.forEach((service, client) -> asked.put(
                service, parts.start(() -> parse(client.text(Bearer.none(), Request.of("/v1/openapi.yaml"))))));
        var api = new MergedApi();
        asked.forEach((service, answer) -> {
            Map<String, Object> document = answer.get().orElse(Map.of());
            if (document.isEmpty()) {
                api.missing(service.segment());
            } else {
                api.add(service.segment(), document);
            }
        });
        return api.document();
    }

    private static Map<String, Object> parse(String yaml) {
        Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        Map<String, Object> sections = new LinkedHashMap<>();
        if (document instanceof Map<?, ?> map) {
            map.forEach((key, value) -> sections.put(String.valueOf(key), value));
        }
        return sections;
    }
}
