package quartier.pledge.escrow;

/** How much of a backer's name the campaign's page shows. */
public enum Visibility {
    NAME,
    FIRST_NAME,
    ANONYMOUS
}
