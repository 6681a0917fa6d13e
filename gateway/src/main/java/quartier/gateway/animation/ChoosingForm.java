package quartier.gateway.animation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import quartier.gateway.catalog.CallForProjects;
import quartier.gateway.page.Euros;

/** How a call chooses, as it is being typed: last days of phases, criteria and questions in rows. An empty row is none. */
record ChoosingForm(
        @Nullable String checkDay,
        @Nullable String juryDay,
        @Nullable String preferenceDay,
        @Nullable String votesEach,
        @Nullable String envelope,
        @Nullable String matchFund,
        @Nullable List<String> criterionId,
        @Nullable List<String> criterionFr,
        @Nullable List<String> criterionEn,
        @Nullable List<String> criterionWeight,
        @Nullable List<String> questionId,
        @Nullable List<String> questionFr,
        @Nullable List<String> questionEn,
        @Nullable List<String> questionKind,
        @Nullable List<String> questionRequired,
        @Nullable List<String> questionOptions) {

    private static final int CRITERIA = 6;
    private static final int QUESTIONS = 8;

    record CriterionRow(String id, String fr, String en, String weight) {}

    record QuestionRow(String id, String fr, String en, String kind, boolean required, String options) {}

    static ChoosingForm fresh() {
        return new ChoosingForm(
                null, null, null, "1", null, null, null, null, null, null, null, null, null, null, null, null);
    }

    static ChoosingForm of(CallForProjects call) {
        var phases = call.phasesOrNone();
        var criteria = call.criteria();
        var questions = call.questions();
        return new ChoosingForm(
                WallClock.typedDay(phases.checkUntil()),
                WallClock.typedDay(phases.juryUntil()),
                WallClock.typedDay(phases.preferenceUntil()),
                String.valueOf(call.votes()),
                Euros.typed(call.envelope()),
                call.matchFund(),
                criteria.stream().map(CallForProjects.Criterion::id).toList(),
                criteria.stream().map(one -> orEmpty(one.label().fr())).toList(),
                criteria.stream().map(one -> orEmpty(one.label().en())).toList(),
                criteria.stream()
                        .map(one -> String.valueOf(one.weightPercent()))
                        .toList(),
                questions.stream().map(CallForProjects.Question::id).toList(),
                questions.stream().map(one -> orEmpty(one.label().fr())).toList(),
                questions.stream().map(one -> orEmpty(one.label().en())).toList(),
                questions.stream().map(CallForProjects.Question::kind).toList(),
                questions.stream().map(one -> String.valueOf(one.required())).toList(),
                questions.stream().map(ChoosingForm::options).toList());
    }

    /** Those that were typed, and empty ones. */
    public List<CriterionRow> criteria() {
        int rows = Math.max(CRITERIA, size(criterionFr));
        return IntStream.range(0, rows)
                .mapToObj(row -> new CriterionRow(
                        at(criterionId, row), at(criterionFr, row), at(criterionEn, row), at(criterionWeight, row)))
                .toList();
    }

    public List<QuestionRow> questions() {
        int rows = Math.max(QUESTIONS, size(questionFr));
        return IntStream.range(0, rows)
                .mapToObj(row -> new QuestionRow(
                        at(questionId, row),
                        at(questionFr, row),
                        at(questionEn, row),
                        at(questionKind, row),
                        at(questionRequired, row).equals("true"),
                        at(questionOptions, row)))
                .toList();
    }

    boolean isReadable() {
        return List.of(orEmpty(checkDay), orEmpty(juryDay), orEmpty(preferenceDay)).stream()
                        .allMatch(
                                day -> day.isBlank() || WallClock.parseDay(day).isPresent())
                && (orEmpty(envelope).isBlank() || Euros.parse(envelope).isPresent());
    }

    /** Adds what the catalog wants to know to the call's body. */
    void addTo(Map<String, Object> body, @Nullable CallForProjects before) {
        var were = before == null ? null : before.phasesOrNone();
        Map<String, Object> phases = new LinkedHashMap<>();
        until(phases, "checkUntil", checkDay, were == null ? null : were.checkUntil());
        until(phases, "juryUntil", juryDay, were == null ? null : were.juryUntil());
        until(phases, "preferenceUntil", preferenceDay, were == null ? null : were.preferenceUntil());
        if (!phases.isEmpty()) {
            body.put("phases", phases);
        }
        body.put("criteria", criteriaBody());
        body.put("votesEach", number(votesEach, 1));
        body.put("questions", questionsBody());
        Euros.parse(envelope).ifPresent(money -> body.put("envelope", money));
        if (!orEmpty(matchFund).isBlank()) {
            body.put("matchFund", orEmpty(matchFund).strip());
        }
    }

    private List<Map<String, Object>> criteriaBody() {
        List<Map<String, Object>> bodies = new ArrayList<>();
        Set<String> taken = ids(criterionId);
        for (CriterionRow row : criteria()) {
            if (!row.fr().isBlank()) {
                bodies.add(Map.of(
                        "id", id(row.id(), "c", taken),
                        "label", words(row.fr(), row.en()),
                        "weightPercent", number(row.weight(), 0)));
            }
        }
        return bodies;
    }

    private List<Map<String, Object>> questionsBody() {
        List<Map<String, Object>> bodies = new ArrayList<>();
        Set<String> taken = ids(questionId);
        for (QuestionRow row : questions()) {
            if (!row.fr().isBlank()) {
                bodies.add(Map.of(
                        "id", id(row.id(), "q", taken),
                        "label", words(row.fr(), row.en()),
                        "kind", row.kind(),
                        "required", row.required(),
                        "options", optionsBody(row.options())));
            }
        }
        return bodies;
    }

    /** A line for each, French and English with a bar between. */
    private static List<Map<String, Object>> optionsBody(String typed) {
        return typed.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.split("\\|", 2))
                .map(parts -> words(parts[0], parts.length > 1 ? parts[1] : ""))
                .toList();
    }

    private static String options(CallForProjects.Question question) {
        return question.options().stream()
                .map(option -> option.en() == null ? orEmpty(option.fr()) : option.fr() + " | " + option.en())
                .reduce((one, other) -> one + "\n" + other)
                .orElse("");
    }

    private static void until(
            Map<String, Object> phases, String name, @Nullable String typed, java.time.@Nullable Instant before) {
        LocalDate day = WallClock.parseDay(typed).orElse(null);
        if (day != null) {
            phases.put(name, WallClock.kept(before, day, WallClock.endOf(day)));
        }
    }

    private static String id(String known, String prefix, Set<String> taken) {
        if (!known.isBlank()) {
            return known;
        }
        int number = 1;
        while (!taken.add(prefix + number)) {
            number++;
        }
        return prefix + number;
    }

    private static Set<String> ids(@Nullable List<String> given) {
        return new HashSet<>(Objects.requireNonNullElse(given, List.of()));
    }

    private static Map<String, Object> words(String fr, String en) {
        return en.isBlank() ? Map.of("fr", fr.strip()) : Map.of("fr", fr.strip(), "en", en.strip());
    }

    private static int number(@Nullable String typed, int otherwise) {
        return typed != null && typed.strip().matches("\\d{1,6}") ? Integer.parseInt(typed.strip()) : otherwise;
    }

    private static int size(@Nullable List<String> rows) {
        return rows == null ? 0 : rows.size();
    }

    private static String at(@Nullable List<String> rows, int row) {
        return rows == null || row >= rows.size() ? "" : orEmpty(rows.get(row));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
