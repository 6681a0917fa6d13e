package quartier.gateway.catalog;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Money;

/** What there is to see of how a call chooses among its projects. */
public final class Contest {

    private Contest() {}

    public record Entrant(
            String project,
            String slug,
            String title,
            @Nullable String pitch,
            String territory,
            @Nullable String district,
            @Nullable String theme) {}

    /** @param code of an invitation that nobody has accepted, for the staff */
    public record Seat(
            String id, String name, boolean taken, @Nullable String code) {}

    public record Jury(List<Seat> items, boolean mine) {
        public Jury {
            items = items == null ? List.of() : List.copyOf(items);
        }

        public static Jury none() {
            return new Jury(List.of(), false);
        }
    }

    public record Mark(
            Map<String, Integer> scores, @Nullable String comment) {}

    public record Entry(
            Entrant project, @Nullable Mark mark, @Nullable String conflict) {

        public @Nullable Integer score(String criterion) {
            return mark == null ? null : mark.scores().get(criterion);
        }
    }

    public record Desk(List<Entry> items) {
        public Desk {
            items = items == null ? List.of() : List.copyOf(items);
        }

        public Optional<Entry> of(String project) {
            return items.stream()
                    .filter(entry -> entry.project().project().equals(project))
                    .findFirst();
        }

        public long done() {
            return items.stream()
                    .filter(entry -> entry.mark() != null || entry.conflict() != null)
                    .count();
        }
    }

    public record Choices(List<String> choices) {
        public Choices {
            choices = choices == null ? List.of() : List.copyOf(choices);
        }
    }

    public record Standing(
            String project,
            String slug,
            String title,
            @Nullable Integer rank,
            boolean tied,
            @Nullable BigDecimal mean,
            int scores,
            @Nullable Long votes) {}

    public record Award(
            String project,
            Words prize,
            Words reason,
            @Nullable Money amount) {}

    public record Result(Instant publishedAt, List<Standing> standings, List<Award> awards) {
        public Result {
            standings = standings == null ? List.of() : List.copyOf(standings);
            awards = awards == null ? List.of() : List.copyOf(awards);
        }

        public Optional<Standing> of(String project) {
            return standings.stream()
                    .filter(standing -> Objects.equals(standing.project(), project))
                    .findFirst();
        }
    }
}
