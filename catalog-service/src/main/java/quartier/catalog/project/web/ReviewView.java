package quartier.catalog.project.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quartier.catalog.project.Project;
import quartier.catalog.project.Review;
import quartier.catalog.project.ReviewForm;

/**
 * What was decided, for the owner and the staff; the moderator's name is not told. What the staff do among themselves
 * (who has it in hand, their own notes, a first approval) only the staff see.
 *
 * @param decision of the last decision; absent when nothing was decided yet
 */
record ReviewView(
        @Nullable String decision,
        @Nullable List<AnswerView> checklist,
        @Nullable List<NoteView> notes,
        @Nullable List<String> reasons,
        @Nullable Instant at,
        @Nullable AppealView appeal,
        @Nullable List<VerdictView> earlier,
        @Nullable ClaimView claim,
        @Nullable List<PrivateNoteView> privateNotes,
        @Nullable ClaimView firstEyes) {

    record AnswerView(
            String criterion, boolean met, @Nullable String note) {}

    record NoteView(String field, String note) {}

    record AppealView(Instant at, String reason, @Nullable Instant decidedAt) {}

    record VerdictView(@Nullable String decision, List<NoteView> notes, List<String> reasons, Instant at) {}

    record ClaimView(String by, String name, Instant at) {}

    record PrivateNoteView(String name, Instant at, String text) {}

    /** Null while there is nothing to tell this reader. */
    static @Nullable ReviewView of(Project project, Optional<CallingActor> reader) {
        Review review = project.review();
        if (review == null) {
            return null;
        }
        boolean isStaff =
                reader.filter(actor -> actor.isStaffOf(project.territoryPath())).isPresent();
        ReviewForm form = review.form();
        if (!isStaff && form == null && review.appeal() == null) {
            return null;
        }
        Review.Claim claim = isStaff ? review.claim() : null;
        Review.Approval first = isStaff ? review.firstEyes() : null;
        return new ReviewView(
                form == null ? null : form.decision(),
                form == null ? null : checklist(form),
                form == null ? null : notes(form),
                form == null ? null : form.reasons(),
                review.at(),
                appeal(review.appeal()),
                review.earlier().stream().map(ReviewView::verdict).toList(),
                claim == null ? null : new ClaimView(claim.by(), claim.name(), claim.at()),
                isStaff
                        ? review.notes().stream()
                                .map(note -> new PrivateNoteView(note.name(), note.at(), note.text()))
                                .toList()
                        : null,
                first == null ? null : new ClaimView(first.by(), first.name(), first.at()));
    }

    private static @Nullable AppealView appeal(Review.@Nullable Appeal appeal) {
        return appeal == null ? null : new AppealView(appeal.at(), appeal.reason(), appeal.decidedAt());
    }

    private static VerdictView verdict(Review.Verdict verdict) {
        ReviewForm form = verdict.form();
        return new VerdictView(form.decision(), notes(form), form.reasons(), verdict.at());
    }

    private static List<AnswerView> checklist(ReviewForm form) {
        return form.checklist().stream()
                .map(answer -> new AnswerView(answer.criterion(), answer.met(), answer.note()))
                .toList();
    }

    private static List<NoteView> notes(ReviewForm form) {
        return form.notes().stream()
                .map(note -> new NoteView(note.field(), note.note()))
                .toList();
    }
}
