package quartier.catalog.project;

/** A part of the budget that comes from elsewhere; the campaign asks only for the rest. */
public record Funding(String source, Money amount) {}
