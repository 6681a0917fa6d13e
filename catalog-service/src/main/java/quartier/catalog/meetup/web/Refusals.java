package quartier.catalog.meetup.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import quartier.catalog.meetup.Breach;
import quartier.catalog.meetup.Refusal;
import quartier.platform.web.IdempotencyKey;
import quartier.platform.web.Problem;

/** The one place where a refusal becomes a problem document. */
final class Refusals {

    private Refusals() {}

    static Problem problem(Refusal refusal) {
        return switch (refusal) {
            case Refusal.RulesBroken(List<Breach> breaches) ->
                Problem.ofFields(breaches.stream()
                        .map(breach ->
                                new Problem.Field(breach.field(), breach.rule().id(), breach.arguments()))
                        .toList());
            case Refusal.NotYourTerritory(String territory) ->
                new Problem(HttpStatus.FORBIDDEN, "not-your-territory", territory);
            case Refusal.StaleVersion none -> new Problem(HttpStatus.PRECONDITION_FAILED, "precondition-failed");
            case Refusal.KeyReused none -> IdempotencyKey.reused();
            case Refusal.NoLongerOpen none -> new Problem(HttpStatus.CONFLICT, "meetup-over");
            case Refusal.WaitingListFull none -> new Problem(HttpStatus.CONFLICT, "waiting-list-full");
        };
    }
}
