package quartier.catalog.territory;

import java.util.List;

/**
 * A field that breaks a rule.
 *
 * @param code stable; its explanation stands in the messages under {@code problem.field.<code>}
 * @param arguments what the explanation names
 */
public record Breach(String field, String code, List<Object> arguments) {

    public Breach {
        arguments = List.copyOf(arguments);
    }

    Breach(String field, String code, Object... arguments) {
        this(field, code, List.of(arguments));
    }
}
