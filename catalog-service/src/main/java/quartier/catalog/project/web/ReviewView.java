package quartier.catalog.project.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.catalog.project.Review;

/** The last review, for the owner and the staff. The moderator's name is not told. */
record ReviewView(
        @Nullable String decision, List<AnswerView> checklist, List<NoteView> notes, List<String> reasons, Instant at) {

    record AnswerView(
            String criterion, boolean met, @Nullable String note) {}

    record NoteView(String field, String note) {}

    static ReviewView of(Review review) {
        var form = review.form();
        return new ReviewView(
                form.decision(),
                form.checklist().stream()
                        .map(answer -> new AnswerView(answer.criterion(), answer.met(), answer.note()))
                        .toList(),
                form.notes().stream()
                        .map(note -> new NoteView(note.field(), note.note()))
                        .toList(),
                form.reasons(),
                review.at());
    }
}
