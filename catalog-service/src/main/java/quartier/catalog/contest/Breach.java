package quartier.catalog.contest;

import java.util.List;

/**
 * A field that breaks a rule.
 *
 * @param arguments what the rule's explanation names
 */
public record Breach(String field, Rule rule, List<Object> arguments) {
    public Breach {
        arguments = List.copyOf(arguments);
    }

    static Breach of(String field, Rule rule, Object... arguments) {
        return new Breach(field, rule, List.of(arguments));
    }
}
