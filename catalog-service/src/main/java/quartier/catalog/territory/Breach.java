package quartier.catalog.territory;

/**
 * A field that breaks a rule.
 *
 * @param code stable; its explanation stands in the messages under {@code problem.field.<code>}
 */
public record Breach(String field, String code) {}
