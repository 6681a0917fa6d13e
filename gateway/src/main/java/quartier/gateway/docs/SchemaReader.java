package quartier.gateway.docs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import quartier.gateway.docs.ApiReference.Field;
import quartier.gateway.docs.ApiReference.ValueType;
import quartier.gateway.docs.ReferenceReader.Texts;
import tools.jackson.databind.JsonNode;

/** Says in words what a schema allows, and lists its fields. */
final class SchemaReader {

    private static final String SCHEMAS = "#/components/schemas/";
    /** Objects within objects, each without a name of its own; and references that lead to references. */
    private static final int MAX_DEPTH = 5;

    private static final Map<String, String> LIMITS = limits();

    private final JsonNode document;

    SchemaReader(JsonNode document) {
        this.document = document;
    }

    /** What a reference stands for; the node itself where it is none. */
    JsonNode resolve(JsonNode node) {
        JsonNode found = node;
        for (int step = 0; step < MAX_DEPTH && found.has("$ref"); step++) {
            String pointer = found.path("$ref").asString("");
            found = pointer.startsWith("#/") ? document.at(pointer.substring(1)) : found;
        }
        return found;
    }

    ValueType type(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        if (reference.startsWith(SCHEMAS)) {
            String component = reference.substring(SCHEMAS.length());
            return new ValueType("", Texts.shortName(component), Texts.anchor(component), List.of());
        }
        if (schema.has("items")) {
            ValueType items = type(schema.path("items"));
            String words = items.words().isEmpty() ? "array of" : "array of " + items.words();
            return new ValueType(words, items.shapeName(), items.shape(), limitsOf(schema));
        }
        return new ValueType(words(schema), null, null, limitsOf(schema));
    }

    /** The fields of an object, those of its parts and of its unnamed inner objects ({@code place.label}) included. */
    List<Field> fields(JsonNode schema) {
        Map<String, Field> fields = new LinkedHashMap<>();
        collect(schema, "", new HashSet<>(), fields, 0);
        return List.copyOf(fields.values());
    }

    private void collect(JsonNode schema, String prefix, Set<String> required, Map<String, Field> fields, int depth) {
        if (depth > MAX_DEPTH) {
            return;
        }
        schema.path("required").forEach(name -> required.add(prefix + name.asString()));
        for (String composed : List.of("allOf", "oneOf", "anyOf")) {
            for (JsonNode part : schema.path(composed)) {
                collect(resolve(part), prefix, required, fields, depth + 1);
            }
        }
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String name = prefix + property.getKey();
            JsonNode value = property.getValue();
            JsonNode described = value.has("description") ? value : resolve(value);
            fields.put(
                    name,
                    new Field(
                            name,
                            "",
                            type(value),
                            required.contains(name),
                            Texts.prose(described.path("description"))));
            JsonNode inner = value.has("items") ? value.path("items") : value;
            if (!inner.has("$ref")) {
                collect(inner, name + (value.has("items") ? "[]." : "."), required, fields, depth + 1);
            }
        }
    }

    private String words(JsonNode schema) {
        if (schema.has("const")) {
            return plain(schema.path("const"));
        }
        if (schema.has("enum")) {
            return join(schema.path("enum"));
        }
        for (String composed : List.of("oneOf", "anyOf", "allOf")) {
            if (schema.has(composed)) {
                return StreamSupport.stream(schema.path(composed).spliterator(), false)
                        .map(this::type)
                        .map(type -> type.shapeName() == null ? type.words() : type.words() + " " + type.shapeName())
                        .map(String::strip)
                        .distinct()
                        .collect(Collectors.joining(composed.equals("allOf") ? " & " : " | "));
            }
        }
        JsonNode type = schema.path("type");
        return type.isArray() ? join(type) : type.asString(schema.has("properties") ? "object" : "any");
    }

    private static String join(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .map(SchemaReader::plain)
                .collect(Collectors.joining(" | "));
    }

    private static String plain(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }

    private static List<String> limitsOf(JsonNode schema) {
        List<String> limits = new ArrayList<>();
        LIMITS.forEach((keyword, words) -> {
            if (schema.has(keyword)) {
                limits.add(words + plain(schema.path(keyword)));
            }
        });
        return limits;
    }

    private static Map<String, String> limits() {
        Map<String, String> limits = new LinkedHashMap<>();
        limits.put("format", "");
        limits.put("minimum", "≥ ");
        limits.put("exclusiveMinimum", "> ");
        limits.put("maximum", "≤ ");
        limits.put("exclusiveMaximum", "< ");
        limits.put("minLength", "length ≥ ");
        limits.put("maxLength", "length ≤ ");
        limits.put("minItems", "items ≥ ");
        limits.put("maxItems", "items ≤ ");
        limits.put("pattern", "");
        limits.put("default", "= ");
        return limits;
    }
}
