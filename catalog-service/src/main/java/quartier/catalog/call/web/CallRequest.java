package quartier.catalog.call.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quartier.catalog.call.CallForm;
import quartier.catalog.call.Criterion;
import quartier.catalog.call.Question;
import quartier.catalog.call.Rule;
import quartier.catalog.call.Selection;
import quartier.catalog.call.Stake;
import quartier.catalog.call.Words;
import quartier.platform.web.Problem;

/** The body of POST and PUT, as the caller wrote it. */
record CallRequest(
        @Nullable String territory,
        @Nullable WordsJson title,
        @Nullable WordsJson text,
        @Nullable String theme,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable PhasesJson phases,
        @Nullable List<CriterionJson> criteria,
        @Nullable Integer votesEach,
        @Nullable List<QuestionJson> questions,
        @Nullable MoneyJson envelope,
        @Nullable String matchFund) {

    /** One without an end is switched off. */
    record PhasesJson(
            @Nullable Instant checkUntil,
            @Nullable Instant juryUntil,
            @Nullable Instant preferenceUntil) {}

    record CriterionJson(
            @Nullable String id,
            @Nullable WordsJson label,
            @Nullable Integer weightPercent) {
        static CriterionJson of(Criterion criterion) {
            return new CriterionJson(criterion.id(), WordsJson.of(criterion.label()), criterion.weightPercent());
        }

        Criterion criterion() {
            return new Criterion(text(id), WordsJson.words(label), Objects.requireNonNullElse(weightPercent, 0));
        }
    }

    record QuestionJson(
            @Nullable String id,
            @Nullable WordsJson label,
            @Nullable String kind,
            @Nullable Boolean required,
            @Nullable List<WordsJson> options) {
        static QuestionJson of(Question question) {
            return new QuestionJson(
                    question.id(),
                    WordsJson.of(question.label()),
                    question.kind().id(),
                    question.required(),
                    question.options().isEmpty()
                            ? null
                            : question.options().stream().map(WordsJson::of).toList());
        }

        Question question(Question.Kind known) {
            return new Question(
                    text(id),
                    WordsJson.words(label),
                    known,
                    Boolean.TRUE.equals(required),
                    Objects.requireNonNullElse(options, List.<WordsJson>of()).stream()
                            .map(WordsJson::words)
                            .toList());
        }
    }

    record MoneyJson(@Nullable Long amount, @Nullable String currency) {}

    record WordsJson(@Nullable String fr, @Nullable String en) {
        static WordsJson of(Words words) {
            return new WordsJson(words.fr(), words.en());
        }

        /** An absent French text is an empty one, for the rules to refuse. */
        static Words words(@Nullable WordsJson words) {
            return words == null
                    ? new Words("", null)
                    : new Words(text(words.fr()).strip(), unlessBlank(words.en()));
        }
    }

    /** @throws Problem 422 with the fields that are missing */
    CallForm form() {
        List<Problem.Field> missing = new ArrayList<>();
        need(missing, "territory", territory);
        need(missing, "title.fr", title == null ? null : title.fr());
        need(missing, "text.fr", text == null ? null : text.fr());
        need(missing, "opensAt", opensAt);
        need(missing, "closesAt", closesAt);
        if (envelope != null && (envelope.amount() == null || !"EUR".equals(envelope.currency()))) {
            missing.add(Problem.Field.of("envelope", Rule.OTHER_CURRENCY.id(), "EUR"));
        }
        List<Question> asked = questions(missing);
        if (!missing.isEmpty()) {
            throw Problem.ofFields(missing);
        }
        return new CallForm(
                Objects.requireNonNull(territory),
                WordsJson.words(title),
                WordsJson.words(text),
                unlessBlank(theme),
                Objects.requireNonNull(opensAt),
                Objects.requireNonNull(closesAt),
                asked,
                selection(),
                new Stake(envelope == null ? null : envelope.amount(), unlessBlank(matchFund)));
    }

    private Selection selection() {
        PhasesJson later = phases == null ? new PhasesJson(null, null, null) : phases;
        return new Selection(
                later.checkUntil(),
                later.juryUntil(),
                later.preferenceUntil(),
                Objects.requireNonNullElse(criteria, List.<CriterionJson>of()).stream()
                        .map(CriterionJson::criterion)
                        .toList(),
                Objects.requireNonNullElse(votesEach, 1));
    }

    private List<Question> questions(List<Problem.Field> wrong) {
        List<Question> asked = new ArrayList<>();
        List<QuestionJson> given = Objects.requireNonNullElse(questions, List.of());
        for (int i = 0; i < given.size(); i++) {
            QuestionJson question = given.get(i);
            var kind = Question.Kind.named(text(question.kind()));
            if (kind.isPresent()) {
                asked.add(question.question(kind.get()));
            } else {
                wrong.add(Problem.Field.of("questions[" + i + "].kind", Rule.UNKNOWN_QUESTION_KIND.id()));
            }
        }
        return asked;
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }

    private static @Nullable String unlessBlank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static void need(List<Problem.Field> missing, String field, @Nullable Object value) {
        if (value == null) {
            missing.add(Problem.Field.of(field, Rule.REQUIRED.id()));
        }
    }
}
