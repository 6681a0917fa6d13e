package quartier.gateway.call;

import java.util.function.Function;

/** What came of a command: done, or refused with a reason that the page shows beside the kept form. */
public sealed interface Answer<T> {

    record Done<T>(T value) implements Answer<T> {}

    record Refused<T>(Refusal refusal) implements Answer<T> {}

    default <R> R fold(Function<T, R> done, Function<Refusal, R> refused) {
        return switch (this) {
            case Done<T>(T value) -> done.apply(value);
            case Refused<T>(Refusal refusal) -> refused.apply(refusal);
        };
    }
}
