package quartier.support.radar;

/** A project as supporters see it: what it announced, how it stands, and what residents have given so far. */
public record EmergingProject(LaunchedProject launched, Standing standing, CampaignTotals totals) {

    /** Whether it runs, and its campaign is open or has succeeded. */
    public boolean underWay() {
        return standing == Standing.RUNNING
                && (totals.state() == CampaignState.LIVE || totals.state() == CampaignState.FUNDED);
    }

    /** Whether enough residents have shown their support. */
    public boolean supportedByResidents() {
        return totals.percent() >= launched.minimumPercent() && totals.backers() >= launched.minimumBackers();
    }
}
