package quartier.catalog.project.lucene;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.catalog.project.Campaign;
import quartier.catalog.project.Creation;
import quartier.catalog.project.Money;
import quartier.catalog.project.Need;
import quartier.catalog.project.Owner;
import quartier.catalog.project.Place;
import quartier.catalog.project.Project;
import quartier.catalog.project.ProjectForm;
import quartier.catalog.project.ProjectState;
import quartier.catalog.project.SupportThreshold;
import quartier.catalog.project.Team;
import quartier.catalog.project.Terms;
import quartier.catalog.project.Totals;

/** Public projects of which a test says what matters to it. */
final class Shown {

    static final Instant LAUNCH = Instant.parse("2026-11-23T09:30:00Z");

    private final String id;
    private long version = 4;
    private String title = "Le Kfé du 33";
    private String story = "Un lieu ouvert à tous.";
    private String city = "lyon";
    private String theme = "lien-social";
    private String need = "labour";
    private ProjectState state = ProjectState.LIVE;
    private int percent;
    private Instant launch = LAUNCH;
    private @Nullable Place place;

    private Shown(String id) {
        this.id = id;
    }

    static Shown project(String id) {
        return new Shown(id);
    }

    Shown version(long told) {
        version = told;
        return this;
    }

    Shown title(String told) {
        title = told;
        return this;
    }

    Shown story(String told) {
        story = told;
        return this;
    }

    Shown in(String told) {
        city = told;
        return this;
    }

    Shown theme(String told) {
        theme = told;
        return this;
    }

    Shown need(String told) {
        need = told;
        return this;
    }

    Shown state(ProjectState told) {
        state = told;
        return this;
    }

    Shown percent(int told) {
        percent = told;
        return this;
    }

    Shown launched(int hours) {
        launch = LAUNCH.plus(Duration.ofHours(hours));
        return this;
    }

    Shown at(double latitude, double longitude) {
        place = new Place("ici", latitude, longitude);
        return this;
    }

    Project build() {
        return new Project(
                id,
                version,
                "s-" + id,
                state,
                new Owner("m-alexis", "Alexis"),
                form(),
                List.of("auvergne-rhone-alpes", city),
                new Creation(LAUNCH, "print"),
                LAUNCH,
                null,
                new Campaign(launch, terms(), new Totals(percent * 1_000L, percent, percent), version, null, List.of()),
                List.of(),
                List.of(),
                List.of(),
                new Team(List.of(), List.of()),
                List.of(),
                List.of());
    }

    private ProjectForm form() {
        return new ProjectForm(
                city,
                title,
                "café de quartier",
                story,
                "Guillotière",
                place,
                theme,
                "association",
                new Money(100_000, "EUR"),
                List.of(),
                30,
                List.of(),
                List.of(),
                List.of(new Need("", need, "Repeindre la salle", 6, null)),
                null,
                null,
                List.of(),
                null);
    }

    private Terms terms() {
        return new Terms(
                "EUR",
                100_000,
                150_000,
                launch.plus(Duration.ofDays(30)),
                1,
                600,
                2000,
                List.of("gift"),
                List.of(),
                List.of(),
                new SupportThreshold(30, 10),
                null);
    }
}
