package quartier.support.radar;

/** How a project's campaign stands, as the pledge-service says. */
public enum CampaignState {
    LIVE,
    SUSPENDED,
    CLOSING,
    FUNDED,
    NOT_FUNDED,
    CANCELLED
}
