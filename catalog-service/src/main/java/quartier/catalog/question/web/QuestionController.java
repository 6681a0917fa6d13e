package quartier.catalog.question.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import quartier.catalog.question.AskQuestions;
import quartier.catalog.question.AskQuestions.Outcome;
import quartier.catalog.question.AskQuestions.Reason;
import quartier.catalog.question.Asked;
import quartier.catalog.question.Question;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.IdempotencyKey;
import quartier.platform.web.Problem;

/** Questions about a project: asked by members, answered by its team, read by all who may read the project. */
@RestController
class QuestionController {

    record TextRequest(@Nullable String text) {
        String given() {
            return Objects.requireNonNullElse(text, "");
        }
    }

    record QuestionView(
            String id,
            String byName,
            String text,
            Instant at,
            @Nullable AnswerView answer,
            boolean own) {
        static QuestionView of(Question question, Optional<Caller> reader) {
            Question.Answer answer = question.answer();
            return new QuestionView(
                    question.id(),
                    question.byName(),
                    question.text(),
                    question.at(),
                    answer == null ? null : new AnswerView(answer.text(), answer.at()),
                    reader.filter(caller -> caller.memberId().equals(question.by()))
                            .isPresent());
        }
    }

    record AnswerView(String text, Instant at) {}

    record QuestionList(List<QuestionView> items) {}

    private final AskQuestions questions;
    private final Asked asked;

    QuestionController(AskQuestions questions, Asked asked) {
        this.questions = questions;
        this.asked = asked;
    }

    /** The newest first; a project holds three hundred at most, so they come all at once. */
    @GetMapping("/v1/projects/{id}/questions")
    @AllowedTo(Role.ANYONE)
    QuestionList list(@PathVariable String id, Optional<Caller> caller) {
        return new QuestionList(questions.list(standing(id, caller), id).orElseThrow(Problem::notFound).stream()
                .map(question -> QuestionView.of(question, caller))
                .toList());
    }

    @PostMapping("/v1/projects/{id}/questions")
    @AllowedTo(Role.MEMBER)
    @ResponseStatus(HttpStatus.CREATED)
    QuestionView ask(
            @PathVariable String id,
            @RequestBody TextRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        String questionId = IdempotencyKey.required(key).idFor("question about " + id, caller.memberId());
        return view(
                questions.ask(
                        standing(id, Optional.of(caller)),
                        questionId,
                        id,
                        caller.memberId(),
                        caller.name(),
                        request.given()),
                caller);
    }

    @PutMapping("/v1/projects/{id}/questions/{question}/answer")
    @AllowedTo(Role.MEMBER)
    QuestionView answer(
            @PathVariable String id, @PathVariable String question, @RequestBody TextRequest request, Caller caller) {
        return view(
                questions.answer(standing(id, Optional.of(caller)), id, question, caller.memberId(), request.given()),
                caller);
    }

    @DeleteMapping("/v1/projects/{id}/questions/{question}")
    @AllowedTo(Role.MEMBER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id, @PathVariable String question, Caller caller) {
        view(questions.remove(standing(id, Optional.of(caller)), id, question, caller.memberId()), caller);
    }

    private Asked.Standing standing(String project, Optional<Caller> caller) {
        return asked.standing(
                project,
                caller.map(Caller::memberId),
                path -> caller.filter(member ->
                                member.holds(Role.MODERATOR, path) || member.holds(Role.TERRITORY_ADMIN, path))
                        .isPresent());
    }

    private static QuestionView view(Outcome outcome, Caller caller) {
        return switch (outcome) {
            case Outcome.Done(Question question) -> QuestionView.of(question, Optional.of(caller));
            case Outcome.Refused(Reason reason) -> throw problem(reason);
        };
    }

    private static Problem problem(Reason reason) {
        return switch (reason) {
            case NOT_FOUND -> Problem.notFound();
            case NOT_THE_TEAM -> new Problem(HttpStatus.FORBIDDEN, "not-the-owner");
            case EMPTY -> Problem.ofFields(List.of(Problem.Field.of("text", "required")));
            case TOO_LONG ->
                Problem.ofFields(List.of(new Problem.Field("text", "too-long", List.of(Question.LONGEST))));
            case TOO_MANY ->
                new Problem(
                        HttpStatus.UNPROCESSABLE_CONTENT, "limit-reached", AskQuestions.MOST_UNANSWERED_OF_A_MEMBER);
            case KEY_REUSED -> IdempotencyKey.reused();
        };
    }
}
