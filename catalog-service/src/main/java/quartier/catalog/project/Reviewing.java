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

    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_ENTRIES = 50;

    private Reviewing() {}

    static Decision judge(Project project, Judge judge) {
        return ProjectLife.moderatorsOnly(project, judge)
                .or(() -> project.isCarriedBy(judge.by()) ? Optional.of(new Refusal.OwnProject()) : Optional.empty())
                .or(() -> verdict(judge.review())
                        .map(verdict -> ProjectLife.mustBecome(project, verdict))
                        .orElseGet(() -> ProjectLife.rules(List.of(Violation.of("decision", Rule.UNKNOWN_DECISION)))))
                .or(() -> ProjectLife.rules(check(judge.review(), judge.policy())))
                .<Decision>map(reason -> new Rejected(project, reason))
                .orElseGet(() -> follow(project, judge, verdict(judge.review()).orElseThrow()));
    }

    private static Decision follow(Project project, Judge judge, ProjectState verdict) {
        var review = new Review(judge.review(), judge.by().memberId(), judge.at());
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
