package quartier.catalog.project;

/** Words that a reviewer should look at; they stop nothing. */
public record Clue(Guardrail rail, String field, String words) {}
