package quartier.catalog.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quartier.catalog.project.Command.Judge;
import quartier.catalog.project.Decision.Accepted;
import quartier.catalog.project.Decision.Rejected;
import quartier.catalog.project.ReviewForm.Answer;

/** A moderator's decision about a submitted project: approve, hand back with notes, or refuse with reasons. */
final class Reviewing {

    static final int LONGEST_TEXT = 2_000;
    private static final int MOST_ENTRIES = 50;

    private Reviewing() {}

    static Decision judge(Project project, Judge judge) {
        return reviewersOnly(project, judge)
                .or(() -> stale(project, judge))
                .or(() -> verdict(judge.review())
                        .map(verdict -> ProjectLife.mustBecome(project, verdict))
                        .orElseGet(() -> ProjectLife.rules(List.of(Violation.of("decision", Rule.UNKNOWN_DECISION)))))
                .or(() -> heldBySomebodyElse(project, judge))
                .or(() -> appealAgainst(project, judge))
                .or(() -> ProjectLife.rules(check(judge.review(), judge.policy())))
                .<Decision>map(reason -> new Rejected(project, reason))
                .orElseGet(() -> follow(project, judge, verdict(judge.review()).orElseThrow()));
    }

    /** Moderators of the territory who have no part in the project. */
    static Optional<Refusal> reviewersOnly(Project project, Command command) {
        return ProjectLife.moderatorsOnly(project, command)
                .or(() -> project.isCarriedBy(command.by()) ? Optional.of(new Refusal.OwnProject()) : Optional.empty());
    }

    private static Optional<Refusal> stale(Project project, Judge judge) {
        return judge.readVersion().filter(read -> read != project.version()).isPresent()
                ? Optional.of(new Refusal.StaleVersion(project.version()))
                : Optional.empty();
    }

    private static Optional<Refusal> heldBySomebodyElse(Project project, Judge judge) {
        return Attending.heldByAnother(project, judge).map(claim -> new Refusal.ClaimedByAnother(claim.name()));
    }

    private static Optional<Refusal> appealAgainst(Project project, Judge judge) {
        Review.Appeal appeal = Review.of(project).appeal();
        return appeal != null
                        && appeal.isOpen()
                        && appeal.against().equals(judge.by().memberId())
                ? Optional.of(new Refusal.AppealAgainstYou())
                : Optional.empty();
    }

    private static Decision follow(Project project, Judge judge, ProjectState verdict) {
        Review before = Review.of(project);
        if (verdict == ProjectState.APPROVED
                && judge.policy().review().needsSecondEyes(project.form().goal())) {
            Review.Approval first = before.firstEyes();
            if (first == null) {
                var approval =
                        new Review.Approval(judge.by().memberId(), judge.by().name(), judge.at(), judge.review());
                return new Accepted(project.attended(before.halfApproved(approval)), List.of());
            }
            if (first.by().equals(judge.by().memberId())) {
                return new Rejected(project, new Refusal.SecondEyesNeeded());
            }
        }
        Review review = before.decided(judge.review(), judge.by().memberId(), judge.at());
        ProjectEvent event = switch (verdict) {
            case APPROVED -> new ProjectEvent.ProjectApproved();
            case CHANGES_REQUESTED -> new ProjectEvent.ChangesRequested();
            case REFUSED -> new ProjectEvent.ProjectRefused();
            case DRAFT, SUBMITTED, LIVE, SUSPENDED, CLOSING, FUNDED, NOT_FUNDED, CANCELLED, REALISED ->
                throw new IllegalArgumentException("no verdict of a review: " + verdict);
        };
        return new Accepted(project.reviewed(verdict, review), List.of(event));
    }

    private static Optional<ProjectState> verdict(ReviewForm review) {
        return switch (review.decision()) {
            case "approve" -> Optional.of(ProjectState.APPROVED);
            case "return" -> Optional.of(ProjectState.CHANGES_REQUESTED);
            case "refuse" -> Optional.of(ProjectState.REFUSED);
            case null, default -> Optional.empty();
        };
    }

    private static List<Violation> check(ReviewForm review, Policy policy) {
        List<Violation> found = new ArrayList<>(limits(review));
        if (!found.isEmpty()) {
            return found;
        }
        Map<String, Boolean> answers = new HashMap<>();
        for (int i = 0; i < review.checklist().size(); i++) {
            Answer answer = review.checklist().get(i);
            answers.put(answer.criterion(), answer.met());
            if (!policy.reviewCriteria().contains(answer.criterion())) {
                found.add(Violation.of("checklist[" + i + "].criterion", Rule.UNKNOWN_CRITERION, answer.criterion()));
            }
        }
        switch (review.decision()) {
            case "approve" -> found.addAll(unmet(policy, answers));
            case "return" -> {
                if (review.notes().isEmpty()) {
                    found.add(Violation.of("notes", Rule.RETURN_NEEDS_NOTE));
                }
            }
            case "refuse" -> {
                if (review.reasons().isEmpty()) {
                    found.add(Violation.of("reasons", Rule.REFUSAL_NEEDS_REASON));
                }
            }
            case null, default -> throw new IllegalArgumentException("checked before");
        }
        return found;
    }

    private static List<Violation> unmet(Policy policy, Map<String, Boolean> answers) {
        List<Violation> found = new ArrayList<>();
        for (String criterion : policy.reviewCriteria()) {
            Boolean met = answers.get(criterion);
            if (met == null) {
                found.add(Violation.of("checklist", Rule.CRITERION_NOT_ANSWERED, criterion));
            } else if (!met) {
                found.add(Violation.of("checklist", Rule.CRITERION_NOT_MET, criterion));
            }
        }
        return found;
    }

    private static List<Violation> limits(ReviewForm review) {
        List<Violation> found = new ArrayList<>();
        Limits.count(found, "checklist", review.checklist(), MOST_ENTRIES);
        Limits.count(found, "notes", review.notes(), MOST_ENTRIES);
        Limits.count(found, "reasons", review.reasons(), MOST_ENTRIES);
        for (int i = 0; i < review.checklist().size(); i++) {
            Limits.text(
                    found,
                    "checklist[" + i + "].note",
                    review.checklist().get(i).note(),
                    LONGEST_TEXT);
        }
        for (int i = 0; i < review.notes().size(); i++) {
            String field = "notes[" + i + "].note";
            Limits.text(found, field, review.notes().get(i).note(), LONGEST_TEXT);
            Limits.required(found, field, review.notes().get(i).note());
            Limits.required(
                    found, "notes[" + i + "].field", review.notes().get(i).field());
        }
        for (int i = 0; i < review.reasons().size(); i++) {
            Limits.text(found, "reasons[" + i + "]", review.reasons().get(i), LONGEST_TEXT);
            Limits.required(found, "reasons[" + i + "]", review.reasons().get(i));
        }
        return found;
    }
}
