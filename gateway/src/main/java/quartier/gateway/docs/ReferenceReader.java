package quartier.gateway.docs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Service;
import quartier.gateway.docs.ApiReference.Body;
import quartier.gateway.docs.ApiReference.Chapter;
import quartier.gateway.docs.ApiReference.Field;
import quartier.gateway.docs.ApiReference.Operation;
import quartier.gateway.docs.ApiReference.Prose;
import quartier.gateway.docs.ApiReference.Response;
import quartier.gateway.docs.ApiReference.Shape;
import tools.jackson.databind.JsonNode;

/** Puts the merged contract in a reader's order. */
final class ReferenceReader {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private final JsonNode document;
    private final SchemaReader schemas;

    private ReferenceReader(JsonNode document) {
        this.document = document;
        this.schemas = new SchemaReader(document);
    }

    static ApiReference read(MergedContract contract) {
        var reader = new ReferenceReader(contract.document());
        return new ApiReference(Arrays.stream(Service.values())
                .map(service ->
                        reader.chapter(service.segment(), contract.missing().contains(service)))
                .toList());
    }

    private Chapter chapter(String service, boolean missing) {
        List<Operation> operations = document.path("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/api/" + service + "/"))
                .flatMap(path -> operations(path.getKey(), path.getValue()))
                .toList();
        List<Shape> shapes = document.path("components").path("schemas").properties().stream()
                .filter(schema -> schema.getKey().startsWith(service + "."))
                .map(this::shape)
                .toList();
        return new Chapter(service, missing, operations, shapes);
    }

    private Stream<Operation> operations(String path, JsonNode item) {
        return METHODS.stream()
                .filter(item::has)
                .map(method -> operation(method, path, item.path("parameters"), item.path(method)));
    }

    private Operation operation(String method, String path, JsonNode shared, JsonNode operation) {
        JsonNode security = operation.path("security");
        String id = operation.path("operationId").asString(method + path);
        return new Operation(
                "op-" + id.replaceAll("[^A-Za-z0-9]+", "-"),
                method.toUpperCase(Locale.ROOT),
                path,
                operation.path("summary").asString(path),
                Texts.prose(operation.path("description")),
                security.isEmpty()
                        || StreamSupport.stream(security.spliterator(), false).anyMatch(JsonNode::isEmpty),
                parameters(shared, operation.path("parameters")),
                operation.has("requestBody") ? body(schemas.resolve(operation.path("requestBody"))) : null,
                operation.path("responses").properties().stream()
                        .map(this::response)
                        .toList());
    }

    private List<Field> parameters(JsonNode shared, JsonNode own) {
        return Stream.concat(
                        StreamSupport.stream(shared.spliterator(), false),
                        StreamSupport.stream(own.spliterator(), false))
                .map(schemas::resolve)
                .map(parameter -> new Field(
                        parameter.path("name").asString(""),
                        parameter.path("in").asString(""),
                        schemas.type(parameter.path("schema")),
                        parameter.path("required").asBoolean(false),
                        Texts.prose(parameter.path("description"))))
                .toList();
    }

    private Response response(Map.Entry<String, JsonNode> entry) {
        JsonNode response = schemas.resolve(entry.getValue());
        return new Response(entry.getKey(), Texts.prose(response.path("description")), body(response));
    }

    /** The first of the media types; the contracts offer one each, or a page beside the JSON. */
    private @Nullable Body body(JsonNode described) {
        for (Map.Entry<String, JsonNode> content : described.path("content").properties()) {
            JsonNode schema = content.getValue().path("schema");
            return new Body(
                    content.getKey(), schemas.type(schema), schema.has("$ref") ? List.of() : schemas.fields(schema));
        }
        return null;
    }

    private Shape shape(Map.Entry<String, JsonNode> schema) {
        JsonNode described = schema.getValue();
        return new Shape(
                Texts.shortName(schema.getKey()),
                Texts.anchor(schema.getKey()),
                Texts.prose(described.path("description")),
                schemas.type(described),
                schemas.fields(described));
    }

    /** Names, anchors and descriptions. */
    static final class Texts {

        private Texts() {}

        static String shortName(String component) {
            return component.substring(component.indexOf('.') + 1);
        }

        static String anchor(String component) {
            return "forme-" + component.replaceAll("[^A-Za-z0-9]+", "-");
        }

        static Prose prose(JsonNode description) {
            String text = description.asString("").strip();
            if (text.isEmpty()) {
                return new Prose(List.of());
            }
            return new Prose(Arrays.stream(text.split("\\n\\s*\\n"))
                    .map(paragraph -> pieces(paragraph.replace('\n', ' ')))
                    .toList());
        }

        private static List<Prose.Piece> pieces(String paragraph) {
            String[] parts = paragraph.split("`", -1);
            List<Prose.Piece> pieces = new ArrayList<>();
            for (int index = 0; index < parts.length; index++) {
                if (!parts[index].isEmpty()) {
                    pieces.add(new Prose.Piece(parts[index], index % 2 == 1));
                }
            }
            return List.copyOf(pieces);
        }
    }
}
