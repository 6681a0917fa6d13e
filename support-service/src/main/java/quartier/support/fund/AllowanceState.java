package quartier.support.fund;

/** Where an allowance stands. */
public enum AllowanceState {
    /** It matches, as long as something is left of it. */
    OPEN,
    /** It shall match nothing more; what is left is still the campaign's until the campaign says otherwise. */
    CLOSING,
    /** The campaign gave back what it did not use. */
    RELEASED
}
