package quartier.catalog.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CountTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");
    private static final List<Entrant> ENTRANTS = List.of(entrant("a"), entrant("b"), entrant("c"), entrant("d"));

    @Test
    void ranksByTheExactMeanAndSaysTies() {
        // a: 20/3, b: 2 scores of the same mean, c: a hair less, d: nobody.
        List<Sheet> sheets = List.of(
                sheet("j1", Map.of("a", 6, "b", 7, "c", 6)),
                sheet("j2", Map.of("a", 7, "b", 6, "c", 6)),
                sheet("j3", Map.of("a", 7, "b", 7, "c", 7)));

        List<Standing> standings = Count.of(contest(true), ENTRANTS, sheets, List.of());

        assertThat(standings).extracting(Standing::project).containsExactly("a", "b", "c", "d");
        assertThat(standings).extracting(Standing::rank).containsExactly(1, 1, 3, null);
        assertThat(standings).extracting(Standing::tied).containsExactly(true, true, false, false);
        assertThat(standings).extracting(Standing::meanHundredths).containsExactly(667L, 667L, 633L, null);
        assertThat(standings).extracting(Standing::scores).containsExactly(3, 3, 3, 0);
    }

    @Test
    void comparesMeansOfDifferentNumbersOfScores() {
        List<Sheet> sheets = List.of(sheet("j1", Map.of("a", 9, "b", 8)), sheet("j2", Map.of("a", 6)));

        assertThat(Count.of(contest(true), ENTRANTS.subList(0, 2), sheets, List.of()))
                .extracting(Standing::project)
                .containsExactly("b", "a");
    }

    @Test
    void ranksByVotesWhereThereIsNoJury() {
        List<Ballot> ballots = List.of(
                new Ballot("1", "c", "m1", List.of("b")),
                new Ballot("2", "c", "m2", List.of("b", "c")),
                new Ballot("3", "c", "m3", List.of("a")));

        List<Standing> standings = Count.of(contest(false), ENTRANTS, List.of(), ballots);

        assertThat(standings).extracting(Standing::project).containsExactly("b", "a", "c", "d");
        assertThat(standings).extracting(Standing::rank).containsExactly(1, 2, 2, 4);
        assertThat(standings).extracting(Standing::votes).containsExactly(2L, 1L, 1L, 0L);
    }

    private static Contest contest(boolean jury) {
        return new Contest(
                "c",
                "ensemble",
                "lyon",
                List.of("lyon"),
                Stage.RESULT,
                List.of(),
                jury ? Map.of("lien", 100) : Map.of(),
                jury,
                !jury,
                2,
                null);
    }

    private static Sheet sheet(String juror, Map<String, Integer> scores) {
        return new Sheet(
                "c:" + juror,
                "c",
                juror,
                scores.entrySet().stream()
                        .map(score -> new Mark(score.getKey(), Map.of("lien", score.getValue()), null, NOW))
                        .toList(),
                List.of());
    }

    private static Entrant entrant(String id) {
        return new Entrant(
                id, id, id, null, "m-" + id, "person", Set.of("m-" + id), "lyon", null, null, "live", "c", true);
    }
}
