package quartier.support.fund;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What must hold for a slice to be reserved. */
final class Reservation {

    private Reservation() {}

    /** The first reason against it. */
    static Optional<Rejection> refusal(
            MatchFund fund,
            LiveCampaign campaign,
            @Nullable Allowance before,
            long totalMinorUnits,
            String agent,
            Instant now) {
        FundTerms terms = fund.terms();
        if (fund.state() != FundState.OPEN) {
            return Optional.of(new Rejection.WrongState(fund.state()));
        }
        if (campaign.owner().equals(agent)) {
            return Optional.of(new Rejection.ConflictOfInterest());
        }
        if (!campaign.live()) {
            return Optional.of(new Rejection.CampaignNotLive());
        }
        if (!campaign.currency().equals(terms.currency())) {
            return Optional.of(new Rejection.OtherCurrency(campaign.currency()));
        }
        if (!terms.scope().isOpenAt(now)) {
            return Optional.of(new Rejection.OutsideWindow());
        }
        if (!terms.scope().covers(campaign)) {
            return Optional.of(new Rejection.OutsideScope());
        }
        return amountRefused(fund, before, totalMinorUnits);
    }

    private static Optional<Rejection> amountRefused(MatchFund fund, @Nullable Allowance before, long total) {
        if (before != null && !before.isOpen()) {
            return Optional.of(new Rejection.AllowanceEnded());
        }
        if (before == null && fund.allowances().size() >= MatchFund.MOST_ALLOWANCES) {
            return Optional.of(new Rejection.TooManyAllowances(MatchFund.MOST_ALLOWANCES));
        }
        String currency = fund.terms().currency();
        long granted = before == null ? 0 : before.grantedMinorUnits();
        if (total <= 0 || total < granted) {
            return Optional.of(new Rejection.LessThanGranted(granted, currency));
        }
        if (fund.terms().rule() instanceof MatchRule.LumpSum lump && total != lump.amountMinorUnits()) {
            return Optional.of(new Rejection.NotTheLumpSum(lump.amountMinorUnits(), currency));
        }
        Long cap = fund.terms().rule().perCampaignMinorUnits();
        if (cap != null && total > cap) {
            return Optional.of(new Rejection.OverCampaignCap(cap, currency));
        }
        return total - granted > fund.freeMinorUnits()
                ? Optional.of(new Rejection.OverBudget(fund.freeMinorUnits(), currency))
                : Optional.empty();
    }
}
