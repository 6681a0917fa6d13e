package quartier.pledge.audit;

import java.util.function.Supplier;

/** What the checks find in one campaign, with the page on which they do. */
final class Findings {

    private final String campaign;
    private final AuditReport report;
    private long page;
    private long count;

    Findings(String campaign, AuditReport report) {
        this.campaign = campaign;
        this.report = report;
    }

    /** Says the page of what is found from now on; 0 for the journal as a whole. */
    void at(long n) {
        page = n;
    }

    void examined(Check check) {
        report.examined(check, 1);
    }

    void found(Check check, String message) {
        count++;
        report.found(check, page == 0 ? campaign : campaign + " page " + page, message);
    }

    /** Notes a finding unless the condition holds. */
    void require(boolean holds, Check check, Supplier<String> message) {
        if (!holds) {
            found(check, message.get());
        }
    }

    void requirePositive(long amount) {
        examined(Check.AMOUNTS);
        require(amount > 0, Check.AMOUNTS, () -> "an amount that is not positive: " + amount);
    }

    boolean none() {
        return count == 0;
    }
}
