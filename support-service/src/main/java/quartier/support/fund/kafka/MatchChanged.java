package quartier.support.fund.kafka;

import quartier.support.fund.MatchReport;

/** What this service reads of {@code quartier.campaign.match-changed.v1}. */
record MatchChanged(String allowance, String fund, Money matched, boolean released) {

    record Money(long amount, String currency) {}

    MatchReport report(long sequence) {
        return new MatchReport(fund, allowance, matched.amount(), matched.currency(), released, sequence);
    }
}
