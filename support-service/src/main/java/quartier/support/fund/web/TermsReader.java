package quartier.support.fund.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quartier.platform.web.Problem;
import quartier.support.fund.FundTerms;
import quartier.support.fund.Instrument;
import quartier.support.fund.MatchRule;
import quartier.support.fund.Scope;
import quartier.support.fund.web.FundRequest.InstrumentBody;
import quartier.support.fund.web.FundRequest.RuleBody;
import quartier.support.web.Money;

/** Reads a fund's terms out of a request, or names all fields that are wrong. */
final class TermsReader {

    /** More is a mistake of zeros: the whole budget of a large city. */
    private static final long MOST_MINOR_UNITS = 100_000_000_000L;

    /** The days of French acts. */
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    private final FundRequest request;
    private final Instant now;
    private final List<Problem.Field> wrong = new ArrayList<>();

    private TermsReader(FundRequest request, Instant now) {
        this.request = request;
        this.now = now;
    }

    static FundTerms read(FundRequest request, Instant now) {
        return new TermsReader(request, now).read();
    }

    private FundTerms read() {
        checkBudget(request.budget());
        Instant from = Objects.requireNonNullElse(request.from(), now);
        boolean windowEnds = from.isBefore(request.until()) && now.isBefore(request.until());
        require(windowEnds, "until", "fund-window");
        MatchRule rule = rule(request.rule());
        Instrument instrument = instrument(request.instrument());
        if (rule == null || !wrong.isEmpty()) {
            throw Problem.ofFields(wrong);
        }
        return new FundTerms(
                request.name(),
                request.budget().amount(),
                request.budget().currency(),
                rule,
                new Scope(blankToNull(request.territory()), blankToNull(request.theme()), from, request.until()),
                instrument);
    }

    private void checkBudget(Money budget) {
        require(budget.currency().matches("[A-Z]{3}"), "budget.currency", "fund-currency");
        require(budget.amount() > 0 && budget.amount() <= MOST_MINOR_UNITS, "budget.amount", "amount-range");
    }

    private @Nullable MatchRule rule(RuleBody body) {
        int before = wrong.size();
        switch (body.kind()) {
            case "proportional" -> checkProportional(body);
            case "lump_sum" -> checkLumpSum(body);
            default -> wrong.add(Problem.Field.of("rule.kind", "fund-rule-kind"));
        }
        if (wrong.size() > before) {
            return null;
        }
        return body.kind().equals("lump_sum")
                ? new MatchRule.LumpSum(given(body.amountMinorUnits()), trigger(body), given(body.reached()))
                : new MatchRule.Proportional(
                        (int) given(body.ratioBasisPoints()),
                        given(body.fromMinorUnits()),
                        body.perPledgeMinorUnits(),
                        body.perBackerMinorUnits(),
                        body.perCampaignMinorUnits());
    }

    private void checkProportional(RuleBody body) {
        long ratio = given(body.ratioBasisPoints());
        require(ratio > 0 && ratio <= MatchRule.HIGHEST_RATIO_BASIS_POINTS, "rule.ratioBasisPoints", "fund-ratio");
        require(isAmount(given(body.fromMinorUnits()), 0), "rule.fromMinorUnits", "amount-range");
        checkCap(body.perPledgeMinorUnits(), "rule.perPledgeMinorUnits");
        checkCap(body.perBackerMinorUnits(), "rule.perBackerMinorUnits");
        checkCap(body.perCampaignMinorUnits(), "rule.perCampaignMinorUnits");
    }

    private void checkLumpSum(RuleBody body) {
        boolean affordable = given(body.amountMinorUnits()) <= request.budget().amount();
        require(isAmount(given(body.amountMinorUnits()), 1) && affordable, "rule.amountMinorUnits", "fund-lump-sum");
        require(
                List.of("percent", "amount", "backers").contains(Objects.requireNonNullElse(body.trigger(), "")),
                "rule.trigger",
                "fund-trigger");
        require(isAmount(given(body.reached()), 1), "rule.reached", "fund-reached");
    }

    private void checkCap(@Nullable Long cap, String field) {
        require(cap == null || isAmount(cap, 1), field, "amount-range");
    }

    private Instrument instrument(@Nullable InstrumentBody body) {
        if (body == null) {
            return Instrument.NONE;
        }
        LocalDate date = body.date();
        require(date == null || !date.isAfter(LocalDate.ofInstant(now, FRANCE)), "instrument.date", "date-in-future");
        return new Instrument(body.deliberation(), date, body.convention());
    }

    private void require(boolean holds, String field, String code) {
        if (!holds) {
            wrong.add(Problem.Field.of(field, code));
        }
    }

    private static boolean isAmount(long minorUnits, long least) {
        return minorUnits >= least && minorUnits <= MOST_MINOR_UNITS;
    }

    private static MatchRule.Trigger trigger(RuleBody body) {
        return MatchRule.Trigger.valueOf(Objects.requireNonNull(body.trigger()).toUpperCase(Locale.ROOT));
    }

    private static long given(@Nullable Number number) {
        return number == null ? 0 : number.longValue();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
