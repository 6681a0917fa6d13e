package quartier.gateway.call;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One optional part of a page: there, not there (the service says so), or missing for now. */
public final class Part<T> {

    private final @Nullable T value;
    private final boolean missing;

    private Part(@Nullable T value, boolean missing) {
        this.value = value;
        this.missing = missing;
    }

    public static <T> Part<T> of(T value) {
        return new Part<>(value, false);
    }

    public static <T> Part<T> absent() {
        return new Part<>(null, false);
    }

    public static <T> Part<T> unreachable() {
        return new Part<>(null, true);
    }

    public boolean isMissing() {
        return missing;
    }

    public @Nullable T getValue() {
        return value;
    }

    public T orElse(T otherwise) {
        return value == null ? otherwise : value;
    }

    public <R> Part<R> map(Function<T, R> mapping) {
        return value == null ? new Part<>(null, missing) : of(mapping.apply(value));
    }
}
