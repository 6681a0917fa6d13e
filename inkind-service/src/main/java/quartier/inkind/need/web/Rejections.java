package quartier.inkind.need.web;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import quartier.inkind.need.Rejection;
import quartier.platform.web.IdempotencyKey;
import quartier.platform.web.Problem;

/** Every refusal of a need as a problem with its stable type; each is counted. */
@Component
final class Rejections {

    private final MeterRegistry meters;

    Rejections(MeterRegistry meters) {
        this.meters = meters;
    }

    Problem problem(Rejection rejection) {
        Problem problem = switch (rejection) {
            case Rejection.NeedClosed() -> new Problem(HttpStatus.CONFLICT, "need-closed");
            case Rejection.NeedFilled() -> new Problem(HttpStatus.CONFLICT, "need-filled");
            case Rejection.OwnNeed() -> new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "own-need");
            case Rejection.MoreThanLeft(int left) ->
                new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "more-than-needed", left).with("left", left);
            case Rejection.AnswerPending() -> new Problem(HttpStatus.CONFLICT, "offer-already-waiting");
            case Rejection.TooManyOffers(int most) -> new Problem(HttpStatus.CONFLICT, "too-many-offers", most);
            case Rejection.KeyReused() -> IdempotencyKey.reused();
            case Rejection.NoSuchOffer() -> Problem.notFound();
            case Rejection.NotYours() -> Problem.forbidden();
            case Rejection.WrongState() -> new Problem(HttpStatus.CONFLICT, "offer-state");
        };
        meters.counter("quartier.inkind.refused", "type", problem.type()).increment();
        return problem;
    }
}
