package quartier.pledge.escrow.journal;

/** Where this service's facts are published. */
final class Topics {

    static final String PLEDGES = "quartier.pledge.pledges";
    static final String CAMPAIGNS = "quartier.pledge.campaigns";
    /** Compacted: the newest totals of each campaign. */
    static final String CAMPAIGNS_STATE = "quartier.pledge.campaigns.state";

    private Topics() {}
}
