package quartier.support.offer.web;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import quartier.platform.web.IdempotencyKey;
import quartier.platform.web.Problem;
import quartier.support.offer.Rejection;
import quartier.support.offer.Rule;
import quartier.support.web.RuleProblems;

/** Every refusal of an offer as a problem with its stable type; each is counted. */
@Component
final class Rejections {

    private final MeterRegistry meters;

    Rejections(MeterRegistry meters) {
        this.meters = meters;
    }

    Problem problem(Rejection rejection) {
        Problem problem = switch (rejection) {
            case Rejection.RuleBroken(Rule rule) -> RuleProblems.of(rule);
            case Rejection.ProjectUnknown() -> new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "project-unknown");
            case Rejection.ProjectNotUnderWay() -> new Problem(HttpStatus.CONFLICT, "project-not-under-way");
            case Rejection.SupporterNotApproved() -> new Problem(HttpStatus.CONFLICT, "offer-supporter-suspended");
            case Rejection.KeyReused() -> IdempotencyKey.reused();
            case Rejection.NoSuchOffer() -> Problem.notFound();
            case Rejection.NotYours() -> Problem.forbidden();
            case Rejection.WrongState() -> new Problem(HttpStatus.CONFLICT, "offer-state");
        };
        meters.counter("quartier.support.refused", "type", problem.type()).increment();
        return problem;
    }
}
