package quartier.catalog.project;

import java.util.List;

/**
 * A field that breaks a rule.
 *
 * @param field its path in the request's body, for example {@code tiers[1].amount}
 * @param arguments what the rule's explanation names: limits as numbers, amounts in major units
 */
public record Violation(String field, Rule rule, List<Object> arguments) {
    public Violation {
        arguments = List.copyOf(arguments);
    }

    static Violation of(String field, Rule rule, Object... arguments) {
        return new Violation(field, rule, List.of(arguments));
    }

    /** For the history: {@code goal: goal-over-cap}. */
    String summary() {
        return field + ": " + rule.id();
    }
}
