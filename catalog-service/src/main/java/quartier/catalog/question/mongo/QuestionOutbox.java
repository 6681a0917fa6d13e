package quartier.catalog.question.mongo;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import quartier.catalog.question.Asked;
import quartier.catalog.question.Question;
import quartier.platform.outbox.OutboundEvent;
import quartier.platform.outbox.OutboundEvents;

/**
 * Gives questions the form that they have on the bus, see {@code contracts/events}. What was asked and answered stays
 * here: people write what they like into it.
 */
@Component
final class QuestionOutbox {

    private static final String QUESTIONS = "quartier.catalog.questions";

    /** @param carriers the members of the project's team, its owner among them */
    record QuestionFact(
            String question,
            String project,
            String slug,
            String title,
            List<String> carriers,
            String by,
            @Nullable String answeredBy) {}

    private final OutboundEvents events;
    private final Asked projects;

    QuestionOutbox(OutboundEvents events, Asked projects) {
        this.events = events;
        this.projects = projects;
    }

    OutboundEvent asked(Question question) {
        return event(question, "quartier.question.asked.v1", 1, question.at(), null);
    }

    OutboundEvent answered(Question question, Question.Answer answer) {
        return event(question, "quartier.question.answered.v1", 2, answer.at(), answer.by());
    }

    private OutboundEvent event(
            Question question, String type, long sequence, Instant at, @Nullable String answeredBy) {
        Asked.Page page = projects.page(question.project());
        var fact = new QuestionFact(
                question.id(),
                question.project(),
                page.slug(),
                page.title(),
                page.carriers().stream().sorted().toList(),
                question.by(),
                answeredBy);
        return events.event(QUESTIONS, type, question.id(), question.project(), sequence, at, fact);
    }
}
