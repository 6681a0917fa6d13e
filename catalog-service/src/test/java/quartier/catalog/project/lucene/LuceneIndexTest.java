package quartier.catalog.project.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static quartier.catalog.project.lucene.Shown.project;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quartier.catalog.project.Project;
import quartier.catalog.project.ProjectState;

/** However a replica hears of projects, its index becomes what the store says. */
class LuceneIndexTest {

    private final LuceneIndex index = new LuceneIndex(Clock.systemUTC());

    @AfterEach
    void close() {
        index.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void keptLiveUnderDuplicatesAndReorderingEqualsOneMadeFromNothing(long seed) {
        var random = new Random(seed);
        Map<String, Project> stored = new HashMap<>();
        List<Project> told = new ArrayList<>();
        for (int change = 0; change < 400; change++) {
            String id = "p" + random.nextInt(60);
            Project before = stored.get(id);
            long version = before == null ? 4 : before.version() + 1;
            Project next = project(id)
                    .version(version)
                    .title("Titre " + random.nextInt(9))
                    .percent(random.nextInt(150))
                    .state(random.nextBoolean() ? ProjectState.LIVE : ProjectState.FUNDED)
                    .at(45 + random.nextDouble(), 4 + random.nextDouble())
                    .build();
            stored.put(id, next);
            told.add(next);
            if (random.nextInt(3) == 0) {
                told.add(next);
            }
        }
        Collections.shuffle(told, random);
        told.forEach(index::put);
        String live = index.contents().digest();

        index.rebuild(reader -> stored.values().forEach(reader));

        assertThat(index.contents().digest()).isEqualTo(live);
        assertThat(index.contents().projects()).isEqualTo(stored.size());
    }

    @Test
    void takesInWhatChangesWhileItIsMadeAnew() {
        index.put(project("p1").version(4).title("Avant").build());

        index.rebuild(reader -> {
            Project read = project("p1").version(4).title("Avant").build();
            index.put(project("p1").version(5).title("Après").build());
            index.put(project("p2").version(4).build());
            reader.accept(read);
        });
        String made = index.contents().digest();

        index.rebuild(reader -> {
            reader.accept(project("p2").version(4).build());
            reader.accept(project("p1").version(5).title("Après").build());
        });
        assertThat(index.contents().digest()).isEqualTo(made);
        assertThat(index.contents().projects()).isEqualTo(2);
    }

    @Test
    void keepsTheOldOneWhenTheStoreFailsOnTheWay() {
        index.put(project("p1").build());
        String before = index.contents().digest();

        assertThatIllegalStateException()
                .isThrownBy(() -> index.rebuild(reader -> {
                    throw new IllegalStateException("away");
                }));

        assertThat(index.contents().digest()).isEqualTo(before);
        index.put(project("p2").build());
        assertThat(index.contents().projects()).isEqualTo(2);
    }

    @Test
    void tellsApartWhatDiffersInOneField() {
        index.put(project("p1").percent(10).build());
        String before = index.contents().digest();
        index.rebuild(reader -> reader.accept(project("p1").percent(11).build()));

        assertThat(index.contents().digest()).isNotEqualTo(before);
    }
}
