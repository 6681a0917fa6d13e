package quartier.pledge.escrow;

/** In whose name a member pledges. A public body may not: its help is a support offer with its legal instrument. */
public enum BackerKind {
    PERSON,
    ASSOCIATION,
    COMPANY,
    PUBLIC_BODY
}
