package quartier.catalog.delivery.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import quartier.catalog.delivery.DeliverRewards.Outcome;
import quartier.catalog.delivery.Missing;
import quartier.catalog.delivery.Refusal;
import quartier.platform.web.Problem;

/** The one place where a refusal about rewards becomes a problem document. */
final class Refusals {

    private Refusals() {}

    static <T> T value(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T>(Refusal reason) -> throw problem(reason);
        };
    }

    private static Problem problem(Refusal reason) {
        return switch (reason) {
            case NOT_FOUND -> Problem.notFound();
            case NOTHING_TO_DELIVER -> new Problem(HttpStatus.CONFLICT, "nothing-to-deliver");
            case ALREADY_SENT -> new Problem(HttpStatus.CONFLICT, "reward-already-sent");
            case NOT_SENT -> new Problem(HttpStatus.CONFLICT, "reward-not-sent");
            case NOTHING_MISSING -> new Problem(HttpStatus.CONFLICT, "nothing-missing");
            case ASKED_LATELY ->
                new Problem(HttpStatus.CONFLICT, "backers-asked-lately", Missing.BETWEEN_REMINDERS.toDays());
            case UNKNOWN_TIER -> field("tier", "unknown-tier");
            case SURVEY_INVALID -> field("questions", "survey-invalid");
            case CHOICE_INVALID -> field("choices", "choice-invalid");
            case ADDRESS_INCOMPLETE -> field("address", "address-incomplete");
        };
    }

    private static Problem field(String field, String code) {
        return Problem.ofFields(List.of(Problem.Field.of(field, code)));
    }
}
