package quartier.pledge.audit;

import java.util.Arrays;

/** The invariants that the auditor checks, by the numbers that they have in the documentation. */
public enum Check {
    BALANCE(1, "every transaction balances and says what its events say; the trial balance is zero", "transactions"),
    AMOUNTS(2, "amounts are positive whole minor units of one currency, without overflow", "amounts"),
    CHAIN(3, "pages are numbered without a gap and the hash chain verifies", "pages"),
    PROJECTIONS(4, "the projections equal the fold of the journal", "documents"),
    ESCROW(5, "the escrow is never negative and equals what came in and did not leave, payment by payment", "entries"),
    HOLDS(6, "a hold ends exactly once and frees what it held; cash is seen by two people", "holds"),
    REFUNDS(7, "each refund is owed and made once, and never more goes back than came in", "payments"),
    ALL_OR_NOTHING(8, "a payout only if the goal was reached, else everybody is given back all", "campaigns"),
    VERDICT(
            9,
            "one verdict, from a recorded page, after the deadline, with nothing unknown or under review",
            "verdicts"),
    LIMITS(
            10,
            "confirmed, matched and held stay below the cap and each tier's stock, and nobody takes of a closed one",
            "pledges"),
    SPLIT(11, "payouts, cash, commission, tax and fees add up to what was raised", "splits"),
    STRAYS(12, "money that came late, twice or unasked goes back", "strays"),
    DISPUTES(13, "what payers' banks take is borne by the escrow only while it has the money", "disputes"),
    ALLOWANCES(14, "what sponsors add stays within their allowances and goes back with its pledge", "matches"),
    IDENTITY(15, "a pledge is in one campaign only, with one request behind it", "requests"),
    POSITIONS(16, "what is projected or published is in the journal", "positions"),
    STATEMENT(
            18,
            "the provider's statement and the ledger match line by line, or stand in suspense with their age",
            "lines"),
    LOANS(21, "what was lent is owed, and every repayment is shared to the cent", "loans");

    private final int number;
    private final String title;
    private final String unit;

    Check(int number, String title, String unit) {
        this.number = number;
        this.title = title;
        this.unit = unit;
    }

    static Check numbered(int number) {
        return Arrays.stream(values())
                .filter(check -> check.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no check " + number));
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
