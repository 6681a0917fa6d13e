package quartier.catalog.project;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody asks of a project, with all that the answer depends on. */
public sealed interface Command {

    Actor by();

    Instant at();

    /** The name in the history; stored, so it never changes. */
    default String action() {
        return switch (this) {
            case Edit edit -> "edit";
            case Submit submit -> "submit";
            case Judge judge -> "review";
            case Launch launch -> "launch";
            case Suspend suspend -> "suspend";
            case Resume resume -> "resume";
            case Cancel cancel -> "cancel";
            case Realise realise -> "realise";
            case CloseTier close -> "close-tier";
            case Post post -> "post";
            case Enter enter -> "enter-call";
            case Leave leave -> "leave-call";
            case Expel expel -> "remove-from-call";
            case Invite invite -> "invite";
            case Withdraw withdraw -> "withdraw-invitation";
            case Join join -> "join-team";
            case Dismiss dismiss -> "leave-team";
            case Hang hang -> "hang-picture";
            case TakeDown takeDown -> "take-picture-down";
            case Claim claim -> "claim";
            case Release release -> "release";
            case Annotate annotate -> "annotate";
            case Appeal appeal -> "appeal";
            case CoSupporting support -> "co-support";
            case EndCoSupport end -> "end-co-support";
        };
    }

    /**
     * @param expectedVersion the one that the owner had read
     * @param slug reserved for this project
     * @param policy of the territory that the form names
     * @param call that the form names; null when it names none, or none that there is
     */
    record Edit(
            Actor by,
            Instant at,
            long expectedVersion,
            ProjectForm form,
            String slug,
            Policy policy,
            @Nullable AnsweredCall call)
            implements Command {}

    record Submit(Actor by, Instant at, Policy policy) implements Command {}

    /** @param readVersion of the project that the reviewer had before them; empty when they did not say */
    record Judge(Actor by, Instant at, Policy policy, ReviewForm review, Optional<Long> readVersion)
            implements Command {
        Judge(Actor by, Instant at, Policy policy, ReviewForm review) {
            this(by, at, policy, review, Optional.empty());
        }
    }

    /** @param ownerMayBePaid whether the identity of who would receive the money is verified */
    record Launch(Actor by, Instant at, Policy policy, boolean ownerMayBePaid) implements Command {}

    record Suspend(Actor by, Instant at, String reason) implements Command {}

    record Resume(Actor by, Instant at) implements Command {}

    record Cancel(Actor by, Instant at, String reason) implements Command {}

    record Realise(Actor by, Instant at) implements Command {}

    /** By the owner, who has no more of a reward to give than was promised. */
    record CloseTier(Actor by, Instant at, String tier) implements Command {}

    record Post(Actor by, Instant at, Update update) implements Command {}

    /** @param call null when there is none of this id */
    record Enter(
            Actor by, Instant at, String callId, @Nullable AnsweredCall call) implements Command {}

    /** About who carries the project, see {@link Teaming}. */
    sealed interface OfTeam extends Command {}

    record Invite(Actor by, Instant at, Invitation invitation) implements OfTeam {}

    record Withdraw(Actor by, Instant at, String invitationId) implements OfTeam {}

    record Join(Actor by, Instant at, String tokenHash) implements OfTeam {}

    record Dismiss(Actor by, Instant at, String memberId) implements OfTeam {}

    record Hang(Actor by, Instant at, Picture picture) implements Command {}

    record TakeDown(Actor by, Instant at, String pictureId) implements Command {}

    record Leave(Actor by, Instant at) implements Command {}

    /** @param call null when there is none of the id that was asked for */
    record Expel(Actor by, Instant at, @Nullable AnsweredCall call, String reason) implements Command {}

    /** A reviewer takes the project in hand. */
    record Claim(Actor by, Instant at) implements Command {}

    record Release(Actor by, Instant at) implements Command {}

    /** A note for the staff only. */
    record Annotate(Actor by, Instant at, String text) implements Command {}

    /** Against a refusal, by the owner. */
    record Appeal(Actor by, Instant at, String reason) implements Command {}

    /** @param territoryPath ids from the root of the tree to the territory that wants to support the project too */
    record CoSupporting(Actor by, Instant at, String territory, List<String> territoryPath) implements Command {
        public CoSupporting {
            territoryPath = List.copyOf(territoryPath);
        }
    }

    record EndCoSupport(Actor by, Instant at, String territory, List<String> territoryPath) implements Command {
        public EndCoSupport {
            territoryPath = List.copyOf(territoryPath);
        }
    }
}
