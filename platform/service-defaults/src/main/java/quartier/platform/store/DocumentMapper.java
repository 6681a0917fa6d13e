package quartier.platform.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Records to documents and back. Instants become BSON dates (milliseconds), so that they sort and compare in queries;
 * absent values are left out; fields that a record does not know are ignored, so that documents can grow.
 */
public final class DocumentMapper {

    private static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {};

    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule("bson-dates")
                    .addSerializer(Instant.class, new InstantAsDate())
                    .addDeserializer(Instant.class, new DateAsInstant()))
            .build();

    public Document toDocument(Object value) {
        Map<String, Object> map = json.convertValue(value, MAP);
        return new Document(map);
    }

    public <T> T fromDocument(Document document, Class<T> type) {
        return json.convertValue(document, type);
    }

    private static final class InstantAsDate extends StdSerializer<Instant> {
        InstantAsDate() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator generator, SerializationContext context) {
            generator.writeEmbeddedObject(Date.from(value));
        }
    }

    private static final class DateAsInstant extends StdDeserializer<Instant> {
        DateAsInstant() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            return switch (parser.getEmbeddedObject()) {
                case Date date -> date.toInstant();
                case null -> Instant.parse(parser.getString());
                default -> throw new IllegalArgumentException("not a date: " + parser.getString());
            };
        }
    }
}
