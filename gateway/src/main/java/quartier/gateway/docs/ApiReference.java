package quartier.gateway.docs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The merged contract in the order in which one reads it. */
record ApiReference(List<Chapter> chapters) {

    ApiReference {
        chapters = List.copyOf(chapters);
    }

    /** One service; nothing but its name where it could not be asked. */
    record Chapter(String service, boolean missing, List<Operation> operations, List<Shape> shapes) {
        Chapter {
            operations = List.copyOf(operations);
            shapes = List.copyOf(shapes);
        }
    }

    /** @param open that no token is needed */
    record Operation(
            String anchor,
            String method,
            String path,
            String summary,
            Prose description,
            boolean open,
            List<Field> parameters,
            @Nullable Body request,
            List<Response> responses) {
        Operation {
            parameters = List.copyOf(parameters);
            responses = List.copyOf(responses);
        }
    }

    record Response(
            String status, Prose description, @Nullable Body body) {

        public boolean isGood() {
            return status.startsWith("2") || status.startsWith("3");
        }
    }

    /** A request's or answer's content; its fields, where it is not a shape with a name of its own. */
    record Body(String media, ValueType type, List<Field> fields) {
        Body {
            fields = List.copyOf(fields);
        }
    }

    /** A schema with a name. */
    record Shape(String name, String anchor, Prose description, ValueType type, List<Field> fields) {
        Shape {
            fields = List.copyOf(fields);
        }
    }

    /** @param place where a parameter stands; empty for a field of a body */
    record Field(String name, String place, ValueType type, boolean required, Prose description) {}

    /**
     * What a value may be.
     *
     * @param limits lengths, ranges and the like
     * @param shape the anchor of the shape that {@code words} ends with
     */
    record ValueType(
            String words,
            @Nullable String shapeName,
            @Nullable String shape,
            List<String> limits) {
        ValueType {
            limits = List.copyOf(limits);
        }
    }

    /** Paragraphs of text in which {@code `words`} are code. */
    record Prose(List<List<Piece>> paragraphs) {

        record Piece(String text, boolean code) {}

        Prose {
            paragraphs = List.copyOf(paragraphs);
        }

        public boolean isEmpty() {
            return paragraphs.isEmpty();
        }
    }
}
