package quartier.catalog.question;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import quartier.catalog.question.Asked.Standing;

/** Asking and answering. What a member is to the project is found out before, by {@link Asked}. */
public final class AskQuestions {

    public static final int MOST_OF_A_PROJECT = 300;
    public static final int MOST_UNANSWERED_OF_A_MEMBER = 3;

    /** What became of a request. */
    public sealed interface Outcome {
        record Done(Question question) implements Outcome {}

        record Refused(Reason reason) implements Outcome {}
    }

    public enum Reason {
        NOT_FOUND,
        /** Only the team answers. */
        NOT_THE_TEAM,
        EMPTY,
        TOO_LONG,
        /** The member waits for answers, or the project has as many as may be. */
        TOO_MANY,
        KEY_REUSED
    }

    private final Questions questions;
    private final Clock clock;

    public AskQuestions(Questions questions, Clock clock) {
        this.questions = questions;
        this.clock = clock;
    }

    public Optional<List<Question>> list(Standing reader, String project) {
        return reader == Standing.UNKNOWN ? Optional.empty() : Optional.of(questions.of(project));
    }

    /** @param id derived from the member and the Idempotency-Key */
    public Outcome ask(Standing standing, String id, String project, String by, String byName, String text) {
        if (standing == Standing.UNKNOWN) {
            return new Outcome.Refused(Reason.NOT_FOUND);
        }
        Optional<Reason> reason = check(text);
        if (reason.isPresent()) {
            return new Outcome.Refused(reason.get());
        }
        Optional<Question> before = questions.find(id);
        if (before.isPresent()) {
            return repeated(before.get(), project, text);
        }
        List<Question> all = questions.of(project);
        long waiting = all.stream()
                .filter(question -> question.by().equals(by) && question.answer() == null)
                .count();
        if (all.size() >= MOST_OF_A_PROJECT || waiting >= MOST_UNANSWERED_OF_A_MEMBER) {
            return new Outcome.Refused(Reason.TOO_MANY);
        }
        var question = new Question(id, project, by, byName, text.strip(), clock.instant(), null);
        return questions.insert(question)
                ? new Outcome.Done(question)
                : repeated(questions.find(id).orElseThrow(), project, text);
    }

    /** Once more, it corrects the answer. */
    public Outcome answer(Standing standing, String project, String id, String by, String text) {
        Optional<Question> question = standing == Standing.UNKNOWN ? Optional.empty() : in(project, id);
        if (question.isEmpty()) {
            return new Outcome.Refused(Reason.NOT_FOUND);
        }
        if (standing != Standing.TEAM) {
            return new Outcome.Refused(Reason.NOT_THE_TEAM);
        }
        Optional<Reason> reason = check(text);
        if (reason.isPresent()) {
            return new Outcome.Refused(reason.get());
        }
        var answer = new Question.Answer(text.strip(), by, clock.instant());
        Question answered = question.get().answered(answer);
        questions.answer(answered, answer);
        return new Outcome.Done(answered);
    }

    /** By who asked, or by the territory's staff; never by the team, which might not like the question. */
    public Outcome remove(Standing standing, String project, String id, String by) {
        Optional<Question> question = standing == Standing.UNKNOWN ? Optional.empty() : in(project, id);
        if (question.isEmpty()) {
            return new Outcome.Refused(Reason.NOT_FOUND);
        }
        if (standing != Standing.STAFF && !question.get().by().equals(by)) {
            return new Outcome.Refused(Reason.NOT_THE_TEAM);
        }
        questions.remove(id);
        return new Outcome.Done(question.get());
    }

    private Optional<Question> in(String project, String id) {
        return questions.find(id).filter(question -> question.project().equals(project));
    }

    private static Outcome repeated(Question before, String project, String text) {
        return before.project().equals(project) && before.text().equals(text.strip())
                ? new Outcome.Done(before)
                : new Outcome.Refused(Reason.KEY_REUSED);
    }

    private static Optional<Reason> check(String text) {
        if (text.isBlank()) {
            return Optional.of(Reason.EMPTY);
        }
        return text.length() > Question.LONGEST ? Optional.of(Reason.TOO_LONG) : Optional.empty();
    }
}
