package quartier.support.offer;

/** How an organisation may help. */
public enum SupportKind {
    LABEL,
    GUIDANCE,
    EQUIPMENT_LOAN,
    GRANT,
    PROCEDURE,
    PLACE
}
