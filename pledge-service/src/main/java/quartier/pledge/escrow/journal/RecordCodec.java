package quartier.pledge.escrow.journal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as BSON and reads them back the same: components by their names in their order, absent ones left out,
 * instants and durations as nanoseconds (64 bits reach the year 2262), days as ISO 8601 has them, and of a sealed type's
 * records the tag, so that no class name is stored. Fields that a record does not know are skipped.
 */
final class RecordCodec {

    private static final String TAG = "t";
    private static final long NANOS = 1_000_000_000L;

    /** How values of one type are written and read. */
    private interface ValueType {
        void write(BsonWriter out, Object value);

        Object read(BsonReader in);
    }

    /** @param absent what stands for it in a document that lacks it: it was added later */
    private record Component(
            String name,
            MethodHandle accessor,
            ValueType type,
            @Nullable Object absent) {}

    private record Shape(List<Component> components, Map<String, Integer> places, MethodHandle constructor) {}

    private final Map<Class<?>, String> tags;
    private final Map<String, Class<?>> tagged = new HashMap<>();
    private final Map<Class<?>, Shape> shapes = new ConcurrentHashMap<>();

    /** @param tags the stored name of each record of a sealed type, unique among all */
    RecordCodec(Map<Class<?>, String> tags) {
        this.tags = Map.copyOf(tags);
        tags.forEach((type, tag) -> {
            if (tagged.put(tag, type) != null) {
                throw new IllegalArgumentException("two types are stored as " + tag);
            }
        });
    }

    void write(BsonWriter out, Object value) {
        out.writeStartDocument();
        String tag = tags.get(value.getClass());
        if (tag != null) {
            out.writeString(TAG, tag);
        }
        for (Component component : shape(value.getClass()).components()) {
            Object part = invoke(component.accessor(), value);
            if (part != null) {
                out.writeName(component.name());
                component.type().write(out, part);
            }
        }
        out.writeEndDocument();
    }

    /** Writes a map's entries in its order, each under its key. */
    void writeMap(BsonWriter out, Map<String, ?> entries, Class<?> valueClass) {
        ValueType type = valueType(valueClass);
        out.writeStartDocument();
        entries.forEach((key, value) -> {
            out.writeName(key);
            type.write(out, value);
        });
        out.writeEndDocument();
    }

    Map<String, Object> readMap(BsonReader in, Class<?> valueClass) {
        ValueType type = valueType(valueClass);
        Map<String, Object> entries = new LinkedHashMap<>();
        in.readStartDocument();
        while (in.readBsonType() != BsonType.END_OF_DOCUMENT) {
            entries.put(in.readName(), type.read(in));
        }
        in.readEndDocument();
        return entries;
    }

    /** The components of these types and of all that they consist of: it changes when what is written changes. */
    String describe(Collection<Class<?>> types) {
        SortedMap<String, String> described = new TreeMap<>();
        types.forEach(type -> describe(type, described));
        return described.toString();
    }

    private void describe(Type type, Map<String, String> described) {
        if (type instanceof ParameterizedType generic) {
            describe(generic.getActualTypeArguments()[0], described);
        } else if (type instanceof Class<?> plain && plain.isSealed()) {
            Arrays.stream(plain.getPermittedSubclasses()).forEach(record -> describe(record, described));
        } else if (type instanceof Class<?> plain && plain.isRecord() && !described.containsKey(plain.getName())) {
            described.put(plain.getName(), tags.get(plain) + Arrays.toString(plain.getRecordComponents()));
            for (RecordComponent part : plain.getRecordComponents()) {
                describe(part.getGenericType(), described);
            }
        } else if (type instanceof Class<?> plain && plain.isEnum()) {
            described.put(plain.getName(), Arrays.toString(plain.getEnumConstants()));
        }
    }

    /** @param expected a record, or a sealed type whose records have tags */
    Object read(BsonReader in, Class<?> expected) {
        in.readStartDocument();
        Class<?> type = expected.isRecord() ? expected : tagged(in, expected);
        Shape shape = shape(type);
        @Nullable Object[] parts = new Object[shape.components().size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = shape.components().get(i).absent();
        }
        while (in.readBsonType() != BsonType.END_OF_DOCUMENT) {
            Integer place = shape.places().get(in.readName());
            if (place == null) {
                in.skipValue();
            } else {
                parts[place] = shape.components().get(place).type().read(in);
            }
        }
        in.readEndDocument();
        return construct(shape.constructor(), parts);
    }

    private Class<?> tagged(BsonReader in, Class<?> expected) {
        String tag = in.readString(TAG);
        Class<?> type = tagged.get(tag);
        if (type == null || !expected.isAssignableFrom(type)) {
            throw new IllegalStateException("the journal has a " + tag + " that this version does not know");
        }
        return type;
    }

    private Shape shape(Class<?> type) {
        Shape known = shapes.get(type);
        if (known == null) {
            known = shapeOf(type);
            shapes.put(type, known);
        }
        return known;
    }

    private Shape shapeOf(Class<?> type) {
        RecordComponent[] parts = type.getRecordComponents();
        if (parts == null) {
            throw new IllegalArgumentException("not a record: " + type);
        }
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        List<Component> components = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        try {
            for (RecordComponent part : parts) {
                MethodHandle accessor =
                        lookup.unreflect(part.getAccessor()).asType(MethodType.methodType(Object.class, Object.class));
                places.put(part.getName(), components.size());
                components.add(new Component(
                        part.getName(), accessor, valueType(part.getGenericType()), absent(part.getType())));
            }
            Class<?>[] types =
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
            MethodHandle constructor = lookup.findConstructor(type, MethodType.methodType(void.class, types));
            MethodHandle generic =
                    constructor.asType(constructor.type().generic()).asSpreader(Object[].class, types.length);
            return new Shape(List.copyOf(components), Map.copyOf(places), generic);
        } catch (ReflectiveOperationException notPublic) {
            throw new IllegalArgumentException("stored records are public: " + type, notPublic);
        }
    }

    private static @Nullable Object absent(Class<?> type) {
        if (type == long.class) {
            return 0L;
        } else if (type == int.class) {
            return 0;
        } else if (type == boolean.class) {
            return false;
        } else if (type == List.class) {
            return List.of();
        }
        return type == Set.class ? Set.of() : null;
    }

    private ValueType valueType(Type type) {
        if (type instanceof ParameterizedType generic) {
            ValueType element = valueType(generic.getActualTypeArguments()[0]);
            return generic.getRawType() == Set.class ? new SetType(element) : new ListType(element);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return type((out, value) -> out.writeString((String) value), BsonReader::readString);
        } else if (plain == long.class || plain == Long.class) {
            return type((out, value) -> out.writeInt64((Long) value), BsonReader::readInt64);
        } else if (plain == int.class || plain == Integer.class) {
            return type((out, value) -> out.writeInt32((Integer) value), BsonReader::readInt32);
        } else if (plain == boolean.class) {
            return type((out, value) -> out.writeBoolean((Boolean) value), BsonReader::readBoolean);
        } else if (plain == Instant.class) {
            return type((out, value) -> out.writeInt64(nanos((Instant) value)), in -> instant(in.readInt64()));
        } else if (plain == Duration.class) {
            return type(
                    (out, value) -> out.writeInt64(((Duration) value).toNanos()),
                    in -> Duration.ofNanos(in.readInt64()));
        } else if (plain == LocalDate.class) {
            return type((out, value) -> out.writeString(value.toString()), in -> LocalDate.parse(in.readString()));
        } else if (plain.isEnum()) {
            return enumType(plain);
        }
        return type(this::write, in -> read(in, plain));
    }

    private static ValueType enumType(Class<?> type) {
        Map<String, Object> byName = new HashMap<>();
        for (Object constant : type.getEnumConstants()) {
            byName.put(((Enum<?>) constant).name(), constant);
        }
        return type((out, value) -> out.writeString(((Enum<?>) value).name()), in -> {
            String name = in.readString();
            Object constant = byName.get(name);
            if (constant == null) {
                throw new IllegalStateException("the journal has a " + name + " that this version does not know");
            }
            return constant;
        });
    }

    private interface Writing {
        void write(BsonWriter out, Object value);
    }

    private interface Reading {
        Object read(BsonReader in);
    }

    private static ValueType type(Writing writing, Reading reading) {
        return new ValueType() {
            @Override
            public void write(BsonWriter out, Object value) {
                writing.write(out, value);
            }

            @Override
            public Object read(BsonReader in) {
                return reading.read(in);
            }
        };
    }

    private record ListType(ValueType element) implements ValueType {
        @Override
        public void write(BsonWriter out, Object value) {
            out.writeStartArray();
            for (Object each : (List<?>) value) {
                element.write(out, each);
            }
            out.writeEndArray();
        }

        @Override
        public Object read(BsonReader in) {
            List<Object> values = new ArrayList<>();
            in.readStartArray();
            while (in.readBsonType() != BsonType.END_OF_DOCUMENT) {
                values.add(element.read(in));
            }
            in.readEndArray();
            return values;
        }
    }

    /** Sets are written in their natural order: the same set gives the same bytes. */
    private record SetType(ValueType element) implements ValueType {
        @Override
        public void write(BsonWriter out, Object value) {
            new ListType(element).write(out, new ArrayList<>(new TreeSet<>((Set<?>) value)));
        }

        @Override
        public Object read(BsonReader in) {
            return new HashSet<>((List<?>) new ListType(element).read(in));
        }
    }

    private static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS), instant.getNano());
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }

    private static @Nullable Object invoke(MethodHandle accessor, Object value) {
        try {
            return accessor.invokeExact(value);
        } catch (Throwable thrown) {
            throw new IllegalStateException("an accessor does not throw", thrown);
        }
    }

    private static Object construct(MethodHandle constructor, @Nullable Object[] parts) {
        try {
            return constructor.invokeExact(parts);
        } catch (RuntimeException invalid) {
            throw invalid;
        } catch (Throwable thrown) {
            throw new IllegalStateException("a record does not throw this", thrown);
        }
    }
}
