package quartier.support.radar;

/** How a project stands, as the catalog says. */
public enum Standing {
    RUNNING,
    SUSPENDED,
    CANCELLED,
    REALISED
}
