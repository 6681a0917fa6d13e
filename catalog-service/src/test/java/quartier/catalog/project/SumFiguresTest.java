package quartier.catalog.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a replica hears of projects and of their money, its sums are those of the latest word. */
class SumFiguresTest {

    private static final Instant SINCE = Instant.parse("2026-11-23T09:30:00Z");
    private static final CoSupport BY_VILLEURBANNE =
            new CoSupport("villeurbanne", List.of("auvergne-rhone-alpes", "villeurbanne"), SINCE, "m-nadia");

    private final SumFigures figures = new SumFigures();

    @Test
    void countsAProjectInItsTerritoryAndInThoseAboveIt() {
        figures.put(live("p1", 4, List.of()));
        figures.hear("p1", 7, new Totals(180_000, 30, 12));

        var one = new Figures(1, 1, 0, 180_000, 12, 0);
        assertThat(figures.everywhere()).isEqualTo(one);
        assertThat(figures.byTerritory()).isEqualTo(Map.of("auvergne-rhone-alpes", one, "lyon", one));
        assertThat(figures.in("atlantis")).isEqualTo(Figures.NONE);
    }

    @Test
    void countsWhatATerritorySupportsElsewhereOnceAndWithoutItsMoney() {
        figures.put(live("p1", 4, List.of()));
        figures.put(live("p1", 5, List.of(BY_VILLEURBANNE)));
        figures.hear("p1", 7, new Totals(180_000, 30, 12));

        assertThat(figures.in("villeurbanne")).isEqualTo(new Figures(0, 0, 0, 0, 0, 1));
        assertThat(figures.in("auvergne-rhone-alpes")).isEqualTo(new Figures(1, 1, 0, 180_000, 12, 0));

        figures.put(live("p1", 6, List.of()));
        assertThat(figures.in("villeurbanne")).isEqualTo(Figures.NONE);
    }

    @Test
    void keepsTheMoneyThatItHeardBeforeTheStoreHadIt() {
        figures.hear("p1", 9, new Totals(200_000, 33, 20));
        figures.put(live("p1", 4, List.of()));
        assertThat(figures.in("lyon").collectedMinorUnits()).isEqualTo(200_000);

        figures.hear("p1", 8, new Totals(100_000, 16, 10));
        assertThat(figures.in("lyon").collectedMinorUnits()).isEqualTo(200_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isTheSameInWhateverOrderAndHoweverOftenItHears(long seed) {
        var random = new Random(seed);
        List<Runnable> told = new ArrayList<>();
        Map<String, Long> money = new HashMap<>();
        for (int n = 0; n < 150; n++) {
            String id = "p" + n;
            for (long version = 4; version < 8; version++) {
                Project project = live(id, version, version % 2 == 1 ? List.of(BY_VILLEURBANNE) : List.of());
                told.add(() -> figures.put(project));
            }
            for (long sequence = 1; sequence < 4; sequence++) {
                long collected = random.nextInt(1_000_000);
                long heard = sequence;
                money.put(id, collected);
                told.add(() -> figures.hear(id, heard, new Totals(collected, 0, 1)));
            }
        }
        told.addAll(List.copyOf(told));
        Collections.shuffle(told, random);
        told.forEach(Runnable::run);

        long all = money.values().stream().mapToLong(Long::longValue).sum();
        assertThat(figures.in("lyon")).isEqualTo(new Figures(150, 150, 0, all, 150, 0));
        assertThat(figures.in("villeurbanne").coSupported()).isEqualTo(150);
    }

    private static Project live(String id, long version, List<CoSupport> coSupports) {
        Project project = ProjectMother.live();
        Campaign campaign = Objects.requireNonNull(project.campaign());
        return new Project(
                id,
                version,
                project.slug(),
                project.state(),
                project.owner(),
                project.form(),
                List.of("auvergne-rhone-alpes", "lyon"),
                project.creation(),
                project.submittedAt(),
                project.review(),
                new Campaign(campaign.launchedAt(), campaign.terms(), Totals.NONE, 0, null, List.of()),
                project.updates(),
                project.history(),
                project.removals(),
                project.team(),
                project.pictures(),
                coSupports);
    }
}
