package quartier.catalog.territory;

/** What a moderator checks before a project is published; the owner reads it beforehand. */
public record Criterion(String id, String fr, String en) {}
