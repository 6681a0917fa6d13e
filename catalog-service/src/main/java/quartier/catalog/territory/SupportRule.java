package quartier.catalog.territory;

/** From when on supporters may offer help: percent of the goal and number of backers, both reached. */
public record SupportRule(int minimumPercent, int minimumBackers) {}
