package quartier.catalog.project;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import quartier.catalog.project.Decision.Accepted;
import quartier.catalog.project.Decision.Rejected;
import quartier.catalog.project.Decision.Repeated;

/** What happens around a decision: who has the project in hand, the staff's own notes, the owner's one appeal. */
final class Attending {

    /** A claim that nobody acts upon lapses, so that a holiday holds nothing up. */
    static final Duration CLAIM_LASTS = Duration.ofDays(3);

    private Attending() {}

    static Decision claim(Project project, Command.Claim command) {
        Optional<Refusal> refusal = Reviewing.reviewersOnly(project, command).or(() -> awaitingOnly(project));
        if (refusal.isPresent()) {
            return new Rejected(project, refusal.get());
        }
        Optional<Review.Claim> held = heldByAnother(project, command);
        if (held.isPresent()) {
            return new Rejected(project, new Refusal.ClaimedByAnother(held.get().name()));
        }
        Review review = Review.of(project);
        if (review.claim() != null && review.claim().by().equals(command.by().memberId())) {
            return new Repeated(project);
        }
        var claim = new Review.Claim(command.by().memberId(), command.by().name(), command.at());
        return new Accepted(project.attended(review.claimed(claim)), List.of());
    }

    static Decision release(Project project, Command.Release command) {
        Optional<Refusal> refusal = Reviewing.reviewersOnly(project, command);
        if (refusal.isPresent()) {
            return new Rejected(project, refusal.get());
        }
        Optional<Review.Claim> held = heldByAnother(project, command);
        if (held.isPresent()) {
            return new Rejected(project, new Refusal.ClaimedByAnother(held.get().name()));
        }
        Review review = Review.of(project);
        return review.claim() == null
                ? new Repeated(project)
                : new Accepted(project.attended(review.claimed(null)), List.of());
    }

    static Decision note(Project project, Command.Annotate command) {
        Review review = Review.of(project);
        return Reviewing.reviewersOnly(project, command)
                .or(() -> ProjectLife.rules(Limits.line("text", command.text(), Reviewing.LONGEST_TEXT)))
                .or(() -> review.notes().size() < Review.NOTES_KEPT
                        ? Optional.empty()
                        : Optional.of(new Refusal.LimitReached(Review.NOTES_KEPT)))
                .<Decision>map(reason -> new Rejected(project, reason))
                .orElseGet(() -> {
                    var by = command.by();
                    var note = new Review.PrivateNote(
                            by.memberId(),
                            by.name(),
                            command.at(),
                            command.text().strip());
                    return new Accepted(project.attended(review.noted(note)), List.of());
                });
    }

    /** Once for each project; it waits in the queue again, for somebody else than the one who refused. */
    static Decision appeal(Project project, Command.Appeal command) {
        Review review = Review.of(project);
        return ProjectLife.ownersOnly(project, command)
                .or(() -> review.appeal() == null ? Optional.empty() : Optional.of(new Refusal.AppealUsed()))
                .or(() -> project.state() == ProjectState.REFUSED ? Optional.empty() : ProjectLife.wrongState(project))
                .or(() -> ProjectLife.rules(ProjectLife.reason(command.reason())))
                .<Decision>map(reason -> new Rejected(project, reason))
                .orElseGet(() -> {
                    String against = review.moderatorId() == null ? "" : review.moderatorId();
                    var appeal =
                            new Review.Appeal(command.at(), command.reason().strip(), against, null);
                    return new Accepted(
                            project.attended(review.appealed(appeal)).submitted(command.at()),
                            List.of(new ProjectEvent.ProjectSubmitted()));
                });
    }

    /** Whether somebody else has it in hand, and has not let too much time pass. */
    static Optional<Review.Claim> heldByAnother(Project project, Command command) {
        return Optional.ofNullable(Review.of(project).claim())
                .filter(claim -> !claim.by().equals(command.by().memberId()))
                .filter(claim -> command.at().isBefore(claim.at().plus(CLAIM_LASTS)));
    }

    private static Optional<Refusal> awaitingOnly(Project project) {
        return project.state() == ProjectState.SUBMITTED ? Optional.empty() : ProjectLife.wrongState(project);
    }
}
