package quartier.pledge.audit;

/** The invariants that the auditor checks, by the numbers that they have in the documentation. */
public enum Check {
    BALANCE(1, "every transaction balances and says what its events say; the trial balance is zero", "transactions"),
    AMOUNTS(2, "amounts are positive whole minor units of one currency, without overflow", "amounts"),
    CHAIN(3, "pages are numbered without a gap and the hash chain verifies", "pages"),
    PROJECTIONS(4, "the projections equal the fold of the journal", "documents"),
    ESCROW(5, "the escrow is never negative and equals what came in and did not leave, pledge by pledge", "entries"),
    HOLDS(6, "a hold ends exactly once and frees what it held", "holds"),
    REFUNDS(7, "each refund is made once, and never more goes back than came in", "payments"),
    ALL_OR_NOTHING(8, "a payout only if the goal was reached, else everybody is given back all", "campaigns"),
    VERDICT(9, "one verdict, from a recorded page, after the deadline, with no payment unknown", "verdicts"),
    LIMITS(10, "confirmed and held stay below the cap and each tier's stock", "pledges"),
    SPLIT(11, "payout, commission, tax and fees add up to what was collected", "splits"),
    ALLOWANCES(14, "what sponsors add stays within their allowances and goes back with its pledge", "matches");

    private final int number;
    private final String title;
    private final String unit;

    Check(int number, String title, String unit) {
        this.number = number;
        this.title = title;
        this.unit = unit;
    }

    public int number() {
        return number;
    }

    public String title() {
        return title;
    }

    /** What is counted when it says how many it looked at. */
    public String unit() {
        return unit;
    }
}
