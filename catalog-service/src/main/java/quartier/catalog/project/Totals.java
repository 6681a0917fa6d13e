package quartier.catalog.project;

/**
 * What pledge-service last told of a campaign.
 *
 * @param collectedMinorUnits confirmed pledges
 * @param percent of the goal, rounded down
 */
public record Totals(long collectedMinorUnits, int percent, int backers) {
    static final Totals NONE = new Totals(0, 0, 0);
}
