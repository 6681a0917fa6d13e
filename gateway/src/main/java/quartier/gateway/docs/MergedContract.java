package quartier.gateway.docs;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quartier.gateway.call.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The contracts of all services as one OpenAPI 3.1 document, in the gateway's addresses. Each service's components,
 * operations and tags carry its name ({@code catalog.Project}), so that two services may use the same word.
 *
 * @param document what {@code /api/openapi.json} answers
 * @param missing the services that could not be asked
 */
record MergedContract(ObjectNode document, List<Service> missing) {

    static final String MISSING = "x-missing-services";
    private static final String COMPONENTS = "#/components/";
    private static final String PATHS = "#/paths/~1";
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace", "query");

    MergedContract {
        missing = List.copyOf(missing);
    }

    static MergedContract of(Map<Service, ObjectNode> contracts) {
        List<Service> missing = List.of(Service.values()).stream()
                .filter(service -> !contracts.containsKey(service))
                .toList();
        ObjectNode document = frame(missing);
        for (Service service : Service.values()) {
            ObjectNode contract = contracts.get(service);
            if (contract != null) {
                add(document, service.segment(), contract.deepCopy());
            }
        }
        return new MergedContract(document, missing);
    }

    private static ObjectNode frame(List<Service> missing) {
        ObjectNode document = JsonMapper.shared().createObjectNode();
        document.put("openapi", "3.1.0");
        ObjectNode info = document.putObject("info");
        info.put("title", "Quartier");
        info.put("version", "1.0.0");
        info.put("description", """
                The services of Quartier behind one address. Bearer tokens come from the OpenID provider. Every refusal \
                is an RFC 9457 problem document with a stable `type`, `urn:quartier:problem:<slug>`.""");
        info.putObject("license").put("name", "Apache-2.0").put("identifier", "Apache-2.0");
        document.putArray("servers").addObject().put("url", "/");
        document.putArray("tags");
        document.putObject("paths");
        document.putObject("components");
        ArrayNode groups = document.putArray("x-tagGroups");
        for (Service service : Service.values()) {
            if (!missing.contains(service)) {
                groups.addObject().put("name", service.segment()).putArray("tags");
            }
        }
        ArrayNode away = document.putArray(MISSING);
        missing.forEach(service -> away.add(service.segment()));
        return document;
    }

    private static void add(ObjectNode document, String segment, ObjectNode contract) {
        rename(contract, segment);
        tags(document, segment, contract);
        object(contract, "paths").properties().forEach(path -> {
            if (path.getValue() instanceof ObjectNode item) {
                operations(item).forEach(operation -> complete(operation, segment, contract.path("security")));
                object(document, "paths").set("/api/" + segment + path.getKey(), item);
            }
        });
        object(contract, "components").properties().forEach(kind -> {
            ObjectNode all = object(object(document, "components"), kind.getKey());
            kind.getValue()
                    .properties()
                    .forEach(component -> all.set(segment + "." + component.getKey(), component.getValue()));
        });
    }

    /** What the contract says once for all its operations, each of them has to say here. */
    private static void complete(ObjectNode operation, String segment, JsonNode security) {
        JsonNode named = operation.path("operationId");
        if (named.isString()) {
            operation.put("operationId", segment + "." + named.asString());
        }
        JsonNode own = operation.has("security") ? operation.path("security") : security;
        if (own.isArray()) {
            ArrayNode renamed = JsonMapper.shared().createArrayNode();
            for (JsonNode requirement : own) {
                ObjectNode schemes = renamed.addObject();
                requirement
                        .properties()
                        .forEach(scheme -> schemes.set(segment + "." + scheme.getKey(), scheme.getValue()));
            }
            operation.set("security", renamed);
        }
        ArrayNode tags = JsonMapper.shared().createArrayNode();
        operation.path("tags").forEach(tag -> tags.add(segment + "." + tag.asString()));
        operation.set("tags", tags.isEmpty() ? tags.add(segment) : tags);
    }

    private static void tags(ObjectNode document, String segment, ObjectNode contract) {
        ArrayNode all = (ArrayNode) document.path("tags");
        ArrayNode group = null;
        for (JsonNode one : document.path("x-tagGroups")) {
            if (one.path("name").asString().equals(segment)) {
                group = (ArrayNode) one.path("tags");
            }
        }
        for (JsonNode tag : contract.path("tags")) {
            if (tag instanceof ObjectNode named) {
                named.put("name", segment + "." + named.path("name").asString());
                all.add(named);
                if (group != null) {
                    group.add(named.path("name").asString());
                }
            }
        }
    }

    private static List<ObjectNode> operations(ObjectNode item) {
        return item.properties().stream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .toList();
    }

    /** References, and the names in a discriminator's mapping. */
    private static void rename(JsonNode node, String segment) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> entry : List.copyOf(object.properties())) {
                JsonNode value = entry.getValue();
                if (value.isString() && value.asString().startsWith("#/")) {
                    object.put(entry.getKey(), reference(value.asString(), segment));
                } else {
                    rename(value, segment);
                }
            }
        } else {
            Collection<JsonNode> items = node.values();
            items.forEach(item -> rename(item, segment));
        }
    }

    private static String reference(String pointer, String segment) {
        if (pointer.startsWith(PATHS)) {
            return PATHS + "api~1" + segment + "~1" + pointer.substring(PATHS.length());
        }
        int kindEnd = pointer.indexOf('/', COMPONENTS.length());
        return pointer.startsWith(COMPONENTS) && kindEnd > 0
                ? pointer.substring(0, kindEnd + 1) + segment + "." + pointer.substring(kindEnd + 1)
                : pointer;
    }

    private static ObjectNode object(ObjectNode parent, String field) {
        return parent.path(field) instanceof ObjectNode existing ? existing : parent.putObject(field);
    }
}
