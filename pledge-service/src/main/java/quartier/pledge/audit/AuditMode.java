package quartier.pledge.audit;

/** How much is read. */
public enum AuditMode {
    /** Every page of every campaign, whatever was audited before. */
    FULL,
    /** The campaigns that have changed since their checkpoint; of the others only that they have not. */
    INCREMENTAL
}
