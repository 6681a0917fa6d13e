package quartier.pledge.escrow;

/** The stages of a campaign's money: {@code LIVE ⇄ SUSPENDED}, {@code LIVE → CLOSING → FUNDED | NOT_FUNDED}. */
public enum CampaignState {
    LIVE,
    SUSPENDED,
    /** After the deadline, until every payment is known or the limit is reached. */
    CLOSING,
    FUNDED,
    NOT_FUNDED,
    CANCELLED;

    /** Whether the outcome is decided: what remains is settlement. */
    public boolean isOver() {
        return switch (this) {
            case LIVE, SUSPENDED, CLOSING -> false;
            case FUNDED, NOT_FUNDED, CANCELLED -> true;
        };
    }
}
