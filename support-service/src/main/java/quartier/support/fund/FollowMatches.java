package quartier.support.fund;

import java.time.Instant;

/** Hears what campaigns match, and tops up what runs low. */
public final class FollowMatches {

    private final MatchFunds funds;
    private final int topUpBelowPercent;

    /** @param topUpBelowPercent of its slice: an allowance with less left gets another while the budget lasts */
    public FollowMatches(MatchFunds funds, int topUpBelowPercent) {
        this.funds = funds;
        this.topUpBelowPercent = topUpBelowPercent;
    }

    /** To be told after all that the campaign had to report. */
    public void end(String campaign, Instant now) {
        for (String fund : funds.promisingTo(campaign)) {
            funds.change(fund, it -> it.end(campaign, topUpBelowPercent, now));
        }
    }

    /** @throws IllegalArgumentException when there is no such fund, or its allowances contradict the report */
    public Decision hear(MatchReport report, Instant now) {
        return funds.change(report.fund(), fund -> fund.hear(report, topUpBelowPercent, now))
                .orElseThrow(() -> new IllegalArgumentException("There is no fund " + report.fund()));
    }
}
