package quartier.support.fund.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import quartier.platform.web.IdempotencyKey;
import quartier.platform.web.Problem;
import quartier.support.fund.Decision;
import quartier.support.fund.FundState;
import quartier.support.fund.MatchFund;
import quartier.support.fund.Rejection;
import quartier.support.offer.Rules;
import quartier.support.web.RuleProblems;

/** Every refusal of a fund as a problem with its stable type; each is counted. */
@Component
final class FundRejections {

    private final MeterRegistry meters;

    FundRejections(MeterRegistry meters) {
        this.meters = meters;
    }

    /** The fund as it is now; throws the refusal. */
    MatchFund settled(Decision decision) {
        return switch (decision) {
            case Decision.Changed changed -> changed.fund();
            case Decision.Unchanged(MatchFund fund) -> fund;
            case Decision.Refused(Rejection reason) -> throw counted(problem(reason));
        };
    }

    private Problem counted(Problem problem) {
        meters.counter("quartier.support.refused", "type", problem.type()).increment();
        return problem;
    }

    private static Problem problem(Rejection rejection) {
        return switch (rejection) {
            case Rejection.NoSuchFund() -> Problem.notFound();
            case Rejection.NoSuchAllowance() -> Problem.notFound();
            case Rejection.KeyReused() -> IdempotencyKey.reused();
            case Rejection.NeedsDeliberation() -> RuleProblems.of(Rules.GRANT_NEEDS_DELIBERATION);
            case Rejection.NeedsConvention() -> RuleProblems.of(Rules.LARGE_GRANT_NEEDS_CONVENTION);
            case Rejection.ConflictOfInterest() -> RuleProblems.of(Rules.NO_CONFLICT_OF_INTEREST);
            case Rejection.WrongState(FundState state) -> conflict("fund-state");
            case Rejection.MoneyNotReceived() -> conflict("fund-money-not-received");
            case Rejection.NeedsAnotherPerson() -> conflict("fund-needs-another-person");
            case Rejection.OutsideWindow() -> conflict("fund-outside-window");
            case Rejection.CampaignNotLive() -> conflict("campaign-not-live");
            case Rejection.AllowanceEnded() -> conflict("allowance-ended");
            case Rejection.TooManyAllowances(int most) -> conflict("fund-full", most);
            case Rejection.OverBudget(long free, String currency) ->
                conflict("fund-over-budget", units(free), currency);
            case Rejection.LessThanGranted(long granted, String currency) ->
                conflict("allowance-less-than-granted", units(granted), currency);
            case Rejection.CampaignUnknown() -> rule("project-unknown");
            case Rejection.NotTheBudget(long budget, String currency) ->
                rule("fund-not-the-budget", units(budget), currency);
            case Rejection.OutsideScope() -> rule("fund-outside-scope");
            case Rejection.OtherCurrency(String expected) -> rule("allowance-currency", expected);
            case Rejection.NotTheLumpSum(long amount, String currency) ->
                rule("allowance-not-the-lump-sum", units(amount), currency);
            case Rejection.OverCampaignCap(long cap, String currency) ->
                rule("allowance-over-cap", units(cap), currency);
        };
    }

    private static Problem conflict(String type, Object... arguments) {
        return new Problem(HttpStatus.CONFLICT, type, arguments);
    }

    private static Problem rule(String type, Object... arguments) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, type, arguments);
    }

    /** As people read it; all currencies that are in use here have hundredths. */
    private static BigDecimal units(long minorUnits) {
        return BigDecimal.valueOf(minorUnits, 2);
    }
}
