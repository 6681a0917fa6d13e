package quartier.catalog.project.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quartier.catalog.project.ReviewForm;
import quartier.catalog.project.Rule;
import quartier.platform.web.Problem;

/** What a moderator sends. */
record ReviewRequest(
        @Nullable String decision,
        @Nullable List<AnswerJson> checklist,
        @Nullable List<NoteJson> notes,
        @Nullable List<String> reasons) {

    record AnswerJson(
            @Nullable String criterion,
            @Nullable Boolean met,
            @Nullable String note) {}

    record NoteJson(@Nullable String field, @Nullable String note) {}

    /** @throws Problem 422 when an answer does not say what it answers */
    ReviewForm form() {
        List<Problem.Field> missing = new ArrayList<>();
        List<ReviewForm.Answer> answers = new ArrayList<>();
        List<AnswerJson> given = Objects.requireNonNullElse(checklist, List.of());
        for (int i = 0; i < given.size(); i++) {
            AnswerJson answer = given.get(i);
            if (answer.criterion() == null || answer.met() == null) {
                missing.add(Problem.Field.of("checklist[" + i + "]", Rule.REQUIRED.id()));
            } else {
                answers.add(new ReviewForm.Answer(answer.criterion(), answer.met(), answer.note()));
            }
        }
        if (!missing.isEmpty()) {
            throw Problem.ofFields(missing);
        }
        return new ReviewForm(
                decision,
                answers,
                Objects.requireNonNullElse(notes, List.<NoteJson>of()).stream()
                        .map(note -> new ReviewForm.Note(
                                Objects.requireNonNullElse(note.field(), ""),
                                Objects.requireNonNullElse(note.note(), "")))
                        .toList(),
                Objects.requireNonNullElse(reasons, List.of()));
    }
}
