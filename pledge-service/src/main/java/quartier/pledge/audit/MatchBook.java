package quartier.pledge.audit;

import java.util.HashMap;
import java.util.Map;
import quartier.pledge.escrow.Event;

/** What sponsors put at a campaign's disposal and what of it stands beside pledges, as the auditor keeps it. */
final class MatchBook {

    private final String campaign;
    private final AuditReport report;
    private final Map<String, Long> available = new HashMap<>();
    private final Map<String, Long> matched = new HashMap<>();
    private long sum;

    MatchBook(String campaign, AuditReport report) {
        this.campaign = campaign;
        this.report = report;
    }

    long sum() {
        return sum;
    }

    void granted(Event.AllowanceGranted event) {
        require(event.added() > 0, "granted " + event.added(), event.allowance());
        available.merge(event.allowance(), event.added(), Math::addExact);
    }

    void released(Event.AllowanceReleased event) {
        available.merge(event.allowance(), -event.amountMinorUnits(), Math::addExact);
        limit(event.allowance());
    }

    void matched(Event.Matched event) {
        change(event.allowance(), event.amountMinorUnits());
    }

    void returned(Event.MatchReturned event) {
        change(event.allowance(), -event.amountMinorUnits());
    }

    /** At the end of a campaign that failed, or of one that is settled. */
    void nothingLeft() {
        available.forEach((allowance, granted) -> require(
                granted.equals(matched.getOrDefault(allowance, 0L)), "is over and was not released whole", allowance));
    }

    private void change(String allowance, long change) {
        long now = matched.merge(allowance, change, Math::addExact);
        sum = Math.addExact(sum, change);
        require(now >= 0, "gives back more than it matched", allowance);
        limit(allowance);
    }

    private void limit(String allowance) {
        report.examined(Check.ALLOWANCES, 1);
        long stands = matched.getOrDefault(allowance, 0L);
        long limit = available.getOrDefault(allowance, 0L);
        require(stands <= limit, "matches " + stands + " of " + limit, allowance);
    }

    private void require(boolean holds, String message, String allowance) {
        report.require(holds, Check.ALLOWANCES, campaign, "allowance " + allowance + " " + message);
    }
}
