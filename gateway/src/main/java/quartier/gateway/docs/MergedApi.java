package quartier.gateway.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One OpenAPI document made of the services' own: paths get their prefix {@code /api/<service>}, components the
 * service's name, and references follow.
 */
final class MergedApi {

    private static final String COMPONENTS = "#/components/";

    private final Map<String, Object> paths = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> components = new TreeMap<>();
    private final List<Object> tags = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    void add(String service, Map<String, Object> document) {
        tags.add(Map.of("name", service, "description", description(document)));
        section(document, "components").forEach((kind, named) -> {
            if (named instanceof Map<?, ?> entries) {
                entries.forEach((name, definition) -> components
                        .computeIfAbsent(kind, any -> new TreeMap<>())
                        .put(service + "." + name, renamed(definition, service)));
            }
        });
        Object security = renamed(document.get("security"), service);
        section(document, "paths").forEach((path, operations) -> {
            if (operations instanceof Map<?, ?> named) {
                paths.put("/api/" + service + path, operations(service, named, security));
            }
        });
    }

    void missing(String service) {
        missing.add(service);
    }

    Map<String, Object> document() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("title", "Quartier");
        info.put("version", "v1");
        info.put("summary", "The open platform for urban crowdfunding: all services through one gateway");
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put("info", info);
        document.put("servers", List.of(Map.of("url", "/")));
        document.put("tags", tags);
        document.put("paths", paths);
        document.put("components", components);
        document.put("x-missing-services", missing);
        return document;
    }

    private static Map<String, Object> operations(String service, Map<?, ?> operations, @Nullable Object security) {
        Map<String, Object> merged = new LinkedHashMap<>();
        operations.forEach((method, operation) -> {
            Object copy = renamed(operation, service);
            if (copy instanceof Map<?, ?> described && described.containsKey("responses")) {
                merged.put(String.valueOf(method), operation(service, described, security));
            } else if (copy != null) {
                merged.put(String.valueOf(method), copy);
            }
        });
        return merged;
    }

    private static Map<String, Object> operation(String service, Map<?, ?> described, @Nullable Object security) {
        Map<String, Object> operation = described.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> String.valueOf(entry.getKey()),
                        Map.Entry::getValue,
                        (first, again) -> first,
                        LinkedHashMap::new));
        operation.put("tags", List.of(service));
        operation.computeIfPresent("operationId", (key, id) -> service + "." + id);
        if (security != null) {
            operation.putIfAbsent("security", security);
        }
        return operation;
    }

    /** A deep copy in which references, and names of security schemes, are the service's. */
    private static @Nullable Object renamed(@Nullable Object value, String service) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, Object> copy = new LinkedHashMap<>();
                map.forEach((key, inner) -> {
                    String name = String.valueOf(key);
                    Object renamed = name.equals("$ref")
                            ? reference(String.valueOf(inner), service)
                            : name.equals("security") ? schemes(inner, service) : renamed(inner, service);
                    copy.put(name, renamed == null ? Map.of() : renamed);
                });
                yield copy;
            }
            case List<?> list -> list.stream().map(item -> renamed(item, service)).toList();
            case null -> null;
            case Object scalar -> scalar;
        };
    }

    private static String reference(String reference, String service) {
        if (!reference.startsWith(COMPONENTS)) {
            return reference;
        }
        int name = reference.indexOf('/', COMPONENTS.length()) + 1;
        return reference.substring(0, name) + service + "." + reference.substring(name);
    }

    private static Object schemes(@Nullable Object requirements, String service) {
        if (!(requirements instanceof List<?> alternatives)) {
            return List.of();
        }
        return alternatives.stream()
                .map(alternative -> alternative instanceof Map<?, ?> schemes
                        ? schemes.entrySet().stream()
                                .collect(Collectors.toMap(
                                        scheme -> service + "." + scheme.getKey(),
                                        scheme -> (Object) scheme.getValue()))
                        : Map.<String, Object>of())
                .toList();
    }

    private static String description(Map<String, Object> document) {
        Object description = section(document, "info").get("description");
        return description == null ? "" : String.valueOf(description);
    }

    private static Map<String, Object> section(Map<String, Object> document, String name) {
        Map<String, Object> section = new LinkedHashMap<>();
        if (document.get(name) instanceof Map<?, ?> found) {
            found.forEach((key, value) -> section.put(String.valueOf(key), value));
        }
        return section;
    }
}
