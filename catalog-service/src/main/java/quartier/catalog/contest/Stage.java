package quartier.catalog.contest;

/** Where a call stands, in the order of its phases. */
public enum Stage {
    ANNOUNCE,
    APPLY,
    CHECK,
    JURY,
    PREFERENCE,
    RESULT
}
