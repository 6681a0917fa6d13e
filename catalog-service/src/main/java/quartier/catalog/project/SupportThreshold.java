package quartier.catalog.project;

/** From when on supporters may offer their help: once a project has found support among residents. */
public record SupportThreshold(int minimumPercent, int minimumBackers) {}
