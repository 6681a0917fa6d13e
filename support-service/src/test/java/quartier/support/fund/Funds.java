package quartier.support.fund;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Funds and campaigns as tests want them. */
final class Funds {

    static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    static final Sponsor BANK = new Sponsor("banque-du-coin", "Banque du Coin", false);
    static final Sponsor CITY = new Sponsor("ville-de-lyon", "Ville de Lyon", true);
    static final String AGENT = "m-ines";
    static final MatchRule TEN_PERCENT = new MatchRule.Proportional(1_000, 0, null, null, 100_000L);
    static final MatchRule LUMP_SUM = new MatchRule.LumpSum(50_000, MatchRule.Trigger.PERCENT, 80);

    private Funds() {}

    static FundTerms terms(long budget, MatchRule rule) {
        return terms(budget, rule, Instrument.NONE);
    }

    static FundTerms terms(long budget, MatchRule rule, Instrument instrument) {
        var scope = new Scope("lyon", null, NOW.minusSeconds(60), NOW.plusSeconds(86_400));
        return new FundTerms("Coup de pouce", budget, "EUR", rule, scope, instrument);
    }

    static Instrument decided(@Nullable String convention) {
        return new Instrument("2026-114", LocalDate.of(2026, 10, 12), convention);
    }

    static MatchFund draft(long budget, MatchRule rule) {
        return MatchFund.of("f1", BANK, terms(budget, rule), AGENT, "fingerprint", NOW);
    }

    static MatchFund open(long budget, MatchRule rule) {
        MatchFund draft = draft(budget, rule);
        return after(after(draft.confirm(budget, "EUR", received("VIR-1"))).open());
    }

    static MoneyReceived received(String reference) {
        return new MoneyReceived(reference, "m-odile", NOW);
    }

    static LiveCampaign campaign(String id) {
        return campaign(id, "m-alexis", "lyon", "EUR", true);
    }

    static LiveCampaign campaign(String id, String owner, String territory, String currency, boolean live) {
        return new LiveCampaign(
                id, id, "Le Kfé du 33", owner, List.of("auvergne-rhone-alpes", territory), "nature", currency, live);
    }

    static Decision reserve(MatchFund fund, String campaign, @Nullable Long total) {
        return fund.reserve("a-" + campaign, campaign(campaign), total, AGENT, NOW);
    }

    static MatchFund reserved(MatchFund fund, String campaign, long total) {
        return after(reserve(fund, campaign, total));
    }

    static MatchReport matched(String campaign, long matched, long sequence) {
        return new MatchReport("f1", "a-" + campaign, matched, "EUR", false, sequence);
    }

    static MatchReport released(String campaign, long matched, long sequence) {
        return new MatchReport("f1", "a-" + campaign, matched, "EUR", true, sequence);
    }

    static MatchFund after(Decision decision) {
        if (decision instanceof Decision.Changed changed) {
            return changed.fund();
        }
        throw new AssertionError("not changed: " + decision);
    }
}
