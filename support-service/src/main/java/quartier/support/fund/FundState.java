package quartier.support.fund;

/** Where a fund stands. */
public enum FundState {
    /** Its money is awaited. */
    DRAFT,
    /** It takes campaigns on, and tops their allowances up. */
    OPEN,
    /** It promises nothing more. */
    CLOSED
}
