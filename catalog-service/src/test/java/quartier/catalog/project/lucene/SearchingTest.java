package quartier.catalog.project.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.catalog.project.lucene.Shown.project;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import quartier.catalog.project.Box;
import quartier.catalog.project.Cluster;
import quartier.catalog.project.Cursor;
import quartier.catalog.project.Facets;
import quartier.catalog.project.IndexSource;
import quartier.catalog.project.Near;
import quartier.catalog.project.NeedKind;
import quartier.catalog.project.Page;
import quartier.catalog.project.Progress;
import quartier.catalog.project.Project;
import quartier.catalog.project.ProjectState;
import quartier.catalog.project.Search;

/** What a reader finds, and in what order. */
class SearchingTest {

    /** A search of which a test says what matters to it. */
    private record Wanted(Search search) {

        static Wanted all() {
            return new Wanted(new Search(
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    Search.Sort.NEWEST,
                    null,
                    20,
                    false));
        }

        static Wanted words(String text) {
            return all().with(text, Search.Sort.RELEVANT, null, null, null, 20);
        }

        Wanted with(
                @Nullable String text,
                Search.Sort sort,
                @Nullable Near near,
                @Nullable Box box,
                @Nullable Cursor cursor,
                int limit) {
            return new Wanted(new Search(
                    search.territory(),
                    search.theme(),
                    search.district(),
                    search.state(),
                    search.needKind(),
                    null,
                    null,
                    search.progress(),
                    near,
                    box,
                    text,
                    sort,
                    cursor,
                    limit,
                    search.facets()));
        }

        static Wanted of(
                @Nullable String theme,
                @Nullable ProjectState state,
                @Nullable NeedKind need,
                @Nullable Progress progress) {
            return new Wanted(new Search(
                    "auvergne-rhone-alpes",
                    theme,
                    null,
                    state,
                    need,
                    null,
                    null,
                    progress,
                    null,
                    null,
                    null,
                    Search.Sort.NEWEST,
                    null,
                    20,
                    true));
        }
    }

    private static final class Remembered implements IndexSource {

        private final Map<String, Project> all = new HashMap<>();

        @Override
        public List<Project> findAll(Collection<String> ids) {
            return ids.stream().flatMap(id -> Stream.ofNullable(all.get(id))).toList();
        }

        @Override
        public void forEachPublic(Consumer<Project> reader) {
            all.values().forEach(reader);
        }
    }

    private final LuceneIndex index = new LuceneIndex(Clock.systemUTC());
    private final Remembered projects = new Remembered();
    private final LuceneDiscovery discovery = new LuceneDiscovery(index, projects);

    @AfterEach
    void close() {
        index.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "oeuvre été",
                "OEUVRE",
                "l’oeuvre",
                "tilleul",
                "les tilleuls",
                "till",
                "tileuls",
                "tilluels",
                "jardins",
                "jardinier",
                "gardens",
                "repeindre",
                "l'œuvre d'ete aux tilleuls",
                "guillotiere"
            })
    void findsFrenchAndEnglishByAccentStemBeginningAndTypo(String words) {
        put(project("p1")
                .title("L’œuvre d’Été aux Tilleuls")
                .story("Un jardin pour les jardiniers. A garden for all."));
        put(project("p2").title("La rampe").story("Des marches en moins."));

        assertThat(found(Wanted.words(words))).contains("p1");
    }

    @Test
    void asksForAllWordsAndLooksForTyposOnlyWhereNothingElseIsFound() {
        put(project("p1").title("Un rucher à Vaise").story("."));
        put(project("p2").title("Un rocher à Vaise").story("."));

        assertThat(found(Wanted.words("rucher"))).containsExactly("p1");
        assertThat(found(Wanted.words("rucher gerland"))).isEmpty();
        assertThat(found(Wanted.words("de rucher"))).containsExactly("p1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title:rampe",
                "rampe AND (",
                "\"rampe",
                "rampe~2",
                "+rampe -x",
                "/rampe/",
                "[rampe TO *]",
                "{!lucene}rampe",
                "rampe\\",
                "*:* rampe",
                "rampe && ||",
                "../rampe%00"
            })
    void takesSyntaxForWords(String words) {
        put(project("p1").title("La rampe").story("title lucene to x and"));

        assertThat(found(Wanted.words(words))).isSubsetOf("p1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "?", "()", "!!!", "\u0000", "\uD83C\uDF33", "   .   "})
    void findsNothingWhereThereIsNoWord(String words) {
        put(project("p1"));

        assertThat(found(Wanted.words(words))).isEmpty();
    }

    @Test
    void putsATitleBeforeAStory() {
        put(project("p1").title("La rampe").story("Elle mène au rucher."));
        put(project("p2").title("Le rucher").story("Il est sur le toit."));

        assertThat(found(Wanted.words("rucher"))).containsExactly("p2", "p1");
    }

    @Test
    void countsWhatAnotherChoiceWouldGive() {
        put(project("p1").theme("sport").need("tool").percent(10));
        put(project("p2").theme("sport").need("skill").percent(80));
        put(project("p3").theme("nature").need("tool").percent(110).state(ProjectState.FUNDED));

        Facets facets = Objects.requireNonNull(discovery
                .list(Wanted.of("sport", null, NeedKind.TOOL, null).search())
                .facets());

        assertThat(facets.total()).isEqualTo(1);
        assertThat(facets.counts().get(Facets.Kind.THEME))
                .containsExactlyInAnyOrder(new Facets.Count("sport", 1), new Facets.Count("nature", 1));
        assertThat(facets.counts().get(Facets.Kind.NEED_KIND))
                .containsExactlyInAnyOrder(new Facets.Count("tool", 1), new Facets.Count("skill", 1));
        assertThat(facets.counts().get(Facets.Kind.STATE)).containsExactly(new Facets.Count("live", 1));
        assertThat(found(Wanted.of(null, null, null, Progress.NEARLY))).containsExactly("p2");
        assertThat(found(Wanted.of(null, ProjectState.FUNDED, null, Progress.REACHED)))
                .containsExactly("p3");
    }

    @Test
    void looksAroundAPointTheNearestFirst() {
        put(project("far").at(45.80, 4.90));
        put(project("near").at(45.757, 4.842));
        put(project("nowhere"));
        put(project("paris").at(48.85, 2.35));
        Near here = Near.of(45.7553, 4.8427, 20).orElseThrow();

        assertThat(found(Wanted.all().with(null, Search.Sort.NEAREST, here, null, null, 20)))
                .containsExactly("near", "far");
        assertThat(found(Wanted.all()
                        .with(
                                null,
                                Search.Sort.NEAREST,
                                Near.of(45.7553, 4.8427, 1).orElseThrow(),
                                null,
                                null,
                                20)))
                .containsExactly("near");
    }

    @ParameterizedTest
    @EnumSource(Search.Sort.class)
    void turnsPagesWithoutLossOrRepetitionInEveryOrder(Search.Sort sort) {
        for (int i = 0; i < 25; i++) {
            put(project("p" + i).launched(i / 2).percent(i / 3).at(45.7 + Math.floorDiv(i, 2) * 0.001, 4.8));
        }
        Near here = Near.of(45.7, 4.8, 100).orElseThrow();
        List<String> read = new ArrayList<>();
        Cursor cursor = null;
        do {
            Page page = discovery.list(
                    Wanted.all().with("kfé", sort, here, null, cursor, 4).search());
            page.projects().forEach(project -> read.add(project.id()));
            cursor = page.next() == null
                    ? null
                    : Cursor.parse(page.next().text()).orElseThrow();
        } while (cursor != null);

        assertThat(read).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void gathersWhatStandsTogetherAndNamesWhatStandsAlone() {
        put(project("p1").at(45.7501, 4.8401));
        put(project("p2").at(45.7502, 4.8402));
        put(project("p3").at(45.7790, 4.8890).title("La rampe"));
        put(project("outside").at(45.9, 4.8));
        put(project("nowhere"));
        Box box = Box.of(4.8, 45.7, 4.9, 45.8).orElseThrow();

        List<Cluster> clusters = discovery.clusters(
                Wanted.all().with(null, Search.Sort.NEWEST, null, box, null, 20).search(), 10, 8);

        assertThat(clusters).extracting(Cluster::count).containsExactlyInAnyOrder(2, 1);
        assertThat(clusters)
                .filteredOn(cluster -> cluster.only() != null)
                .singleElement()
                .satisfies(cluster -> {
                    assertThat(Objects.requireNonNull(cluster.only()).title()).isEqualTo("La rampe");
                    assertThat(cluster.latitude()).isBetween(45.7789, 45.7791);
                });
    }

    @Test
    void callsAlikeWhatHasThemeOrWordsInCommonAndNeverItself() {
        Project garden = put(project("p1").title("Un jardin sur le toit").theme("nature"));
        put(project("p2").title("Le jardin de la halle").theme("nature"));
        put(project("p3").title("Des arbres").theme("nature").in("saint-etienne"));
        put(project("p4").title("Un ciné-club").theme("culture"));

        assertThat(discovery.related(garden, 4)).extracting(Project::id).containsExactly("p2", "p3");
    }

    private Project put(Shown shown) {
        Project project = shown.build();
        projects.all.put(project.id(), project);
        index.put(project);
        return project;
    }

    private List<String> found(Wanted wanted) {
        return discovery.list(wanted.search()).projects().stream()
                .map(Project::id)
                .toList();
    }
}
