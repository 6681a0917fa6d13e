package quartier.catalog.contest.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import quartier.catalog.contest.Breach;
import quartier.catalog.contest.Conflict;
import quartier.catalog.contest.Outcome;
import quartier.catalog.contest.Refusal;
import quartier.catalog.contest.Stage;
import quartier.platform.web.Problem;

/** The one place where a refusal becomes a problem document. */
final class Refusals {

    private Refusals() {}

    static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T>(Refusal reason) -> throw problem(reason);
        };
    }

    private static Problem problem(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unknown none -> Problem.notFound();
            case Refusal.RulesBroken(List<Breach> breaches) ->
                Problem.ofFields(breaches.stream()
                        .map(breach ->
                                new Problem.Field(breach.field(), breach.rule().id(), breach.arguments()))
                        .toList());
            case Refusal.NotYourTerritory(String territory) ->
                new Problem(HttpStatus.FORBIDDEN, "not-your-territory", territory);
            case Refusal.NotTheOwner none -> new Problem(HttpStatus.FORBIDDEN, "not-the-owner");
            case Refusal.WrongStage(Stage wanted) -> new Problem(HttpStatus.CONFLICT, type(wanted));
            case Refusal.NotAnEntrant none -> new Problem(HttpStatus.CONFLICT, "not-in-call");
            case Refusal.AnswersFrozen none -> new Problem(HttpStatus.CONFLICT, "answers-frozen");
            case Refusal.NotOnTheJury none -> new Problem(HttpStatus.FORBIDDEN, "not-on-the-jury");
            case Refusal.InConflict(Conflict.Kind kind) ->
                new Problem(HttpStatus.FORBIDDEN, "conflict-of-interest").with("conflict", kind.id());
            case Refusal.JuryFixed none -> new Problem(HttpStatus.CONFLICT, "jury-fixed");
            case Refusal.AlreadySeated none -> new Problem(HttpStatus.CONFLICT, "already-seated");
            case Refusal.InvitationUnknown none -> new Problem(HttpStatus.CONFLICT, "invitation-unknown");
            case Refusal.VotesUsed(int each) -> new Problem(HttpStatus.CONFLICT, "votes-used", each);
            case Refusal.AlreadyPublished none -> new Problem(HttpStatus.CONFLICT, "result-published");
        };
    }

    private static String type(Stage wanted) {
        return switch (wanted) {
            case JURY -> "jury-not-sitting";
            case PREFERENCE -> "vote-not-open";
            case RESULT -> "result-too-early";
            case ANNOUNCE, APPLY, CHECK -> "call-not-open";
        };
    }
}
