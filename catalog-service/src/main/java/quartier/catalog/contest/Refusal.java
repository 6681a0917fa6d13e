package quartier.catalog.contest;

import java.util.List;

/** Why a request was not followed. */
public sealed interface Refusal {

    /** No such call, project or result, or none that the caller may know of. */
    record Unknown() implements Refusal {}

    record RulesBroken(List<Breach> breaches) implements Refusal {
        public RulesBroken {
            breaches = List.copyOf(breaches);
        }
    }

    record NotYourTerritory(String territory) implements Refusal {}

    record NotTheOwner() implements Refusal {}

    /** The phase that this needs has not begun, or is over. */
    record WrongStage(Stage wanted) implements Refusal {}

    /** The project does not answer the call, or its answers are missing, or it is not public. */
    record NotAnEntrant() implements Refusal {}

    /** What was answered once stays. */
    record AnswersFrozen() implements Refusal {}

    record NotOnTheJury() implements Refusal {}

    record InConflict(Conflict.Kind kind) implements Refusal {}

    /** The jury no longer changes once it has done its work. */
    record JuryFixed() implements Refusal {}

    record AlreadySeated() implements Refusal {}

    /** The invitation was used, withdrawn, or never made. */
    record InvitationUnknown() implements Refusal {}

    record VotesUsed(int each) implements Refusal {}

    record AlreadyPublished() implements Refusal {}
}
