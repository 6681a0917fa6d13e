package quartier.support.radar;

/**
 * How far a campaign has come.
 *
 * @param percent of the goal, rounded down
 */
public record CampaignTotals(CampaignState state, long collectedMinorUnits, int percent, int backers) {

    static final CampaignTotals NONE_YET = new CampaignTotals(CampaignState.LIVE, 0, 0, 0);

    public static CampaignTotals noneYet() {
        return NONE_YET;
    }
}
