package quartier.gateway.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Money;

/** What a territory asks projects for, and how it chooses, as the pages show it. */
public record CallForProjects(
        String id,
        String slug,
        long version,
        String state,
        String territory,
        List<String> territoryPath,
        Words title,
        Words text,
        @Nullable String theme,
        Instant opensAt,
        Instant closesAt,
        @Nullable String phase,
        List<Span> timetable,
        @Nullable Phases phases,
        List<Criterion> criteria,
        @Nullable Integer votesEach,
        List<Question> questions,
        @Nullable Money envelope,
        @Nullable String matchFund) {

    /** @param until null for the last one */
    public record Span(String phase, Instant from, @Nullable Instant until) {}

    public record Phases(
            @Nullable Instant checkUntil,
            @Nullable Instant juryUntil,
            @Nullable Instant preferenceUntil) {}

    public record Criterion(String id, Words label, int weightPercent) {}

    public record Question(String id, Words label, String kind, boolean required, List<Words> options) {
        public Question {
            options = options == null ? List.of() : List.copyOf(options);
        }
    }

    public CallForProjects {
        territoryPath = territoryPath == null ? List.of() : List.copyOf(territoryPath);
        timetable = timetable == null ? List.of() : List.copyOf(timetable);
        criteria = criteria == null ? List.of() : List.copyOf(criteria);
        questions = questions == null ? List.of() : List.copyOf(questions);
    }

    public boolean is(String wanted) {
        return state.equals(wanted);
    }

    public boolean isIn(String wantedPhase) {
        return Objects.equals(phase, wantedPhase);
    }

    /** Whether something happens between the closing and the result. */
    public boolean isChosenFrom() {
        return timetable.stream()
                .anyMatch(span -> !List.of("announce", "apply", "result").contains(span.phase()));
    }

    public boolean has(String wantedPhase) {
        return timetable.stream().anyMatch(span -> span.phase().equals(wantedPhase));
    }

    /** When the phase of the moment ends; null for the last one. */
    public @Nullable Instant nextDate() {
        return timetable.stream()
                .filter(span -> isIn(span.phase()))
                .map(Span::until)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    public Phases phasesOrNone() {
        return phases == null ? new Phases(null, null, null) : phases;
    }

    public int votes() {
        return votesEach == null ? 1 : votesEach;
    }
}
