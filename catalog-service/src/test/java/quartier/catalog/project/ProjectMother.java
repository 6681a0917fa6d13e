package quartier.catalog.project;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quartier.catalog.project.Decision.Accepted;
import quartier.catalog.project.Decision.Rejected;
import quartier.catalog.project.ReviewForm.Answer;

/** Projects at each point of their life. */
final class ProjectMother {

    static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");

    static final Person ALEXIS = new Person("m-alexis", Set.of());
    static final Person NADIA = new Person("m-nadia", Set.of("lyon"));
    static final Person SAID = new Person("m-said", Set.of("saint-etienne"));
    static final Person REGION = new Person("m-region", Set.of("auvergne-rhone-alpes"));

    static final Policy POLICY = new Policy(
            "lyon",
            List.of("auvergne-rhone-alpes", "lyon"),
            Set.of("Guillotière", "Vaise"),
            Set.of("lien-social", "culture"),
            3,
            "EUR",
            15_000_00,
            150,
            30,
            60,
            600,
            2000,
            List.of("gift", "gift_with_reward"),
            List.of("local-interest", "real-need"),
            new SupportThreshold(30, 10),
            null,
            new ReviewRule(15, null),
            new Rails(false, 100, false),
            true);

    record Person(String memberId, Set<String> moderated) implements Actor {
        @Override
        public String name() {
            return memberId.substring(2);
        }

        @Override
        public boolean moderates(List<String> territoryPath) {
            return territoryPath.stream().anyMatch(moderated::contains);
        }

        @Override
        public boolean animates(List<String> territoryPath) {
            return moderates(territoryPath);
        }

        @Override
        public boolean isStaffOf(List<String> territoryPath) {
            return moderates(territoryPath);
        }
    }

    /** A form of which a test changes one thing. */
    static final class FormBuilder {
        @Nullable
        String title = "Le Kfé du 33";

        @Nullable
        String pitch = "café de quartier";

        @Nullable
        String story = "Un lieu **ouvert**.";

        @Nullable
        String district = "Guillotière";

        @Nullable
        String theme = "lien-social";

        @Nullable
        String ownerKind = "association";

        @Nullable
        Money goal = euros(6_000);

        @Nullable
        Integer days = 60;

        @Nullable
        Mandate mandate;

        @Nullable
        String call;

        @Nullable
        String licence;

        List<Funding> budget = List.of();
        List<Money> stretch = List.of(euros(8_500));
        List<Tier> tiers = List.of(tier(euros(5)), tier(euros(15)));
        List<Need> needs = List.of(new Need("", "labour", "Repeindre la salle", 6, null));

        ProjectForm build() {
            return new ProjectForm(
                    "lyon",
                    title,
                    pitch,
                    story,
                    district,
                    new Place("33 rue de la Thibaudière", 45.7553, 4.8427),
                    theme,
                    ownerKind,
                    goal,
                    stretch,
                    days,
                    List.of(new Funding("Fonds propres", euros(2_000))),
                    tiers,
                    needs,
                    mandate,
                    call,
                    budget,
                    licence);
        }
    }

    private ProjectMother() {}

    static Money euros(long euros) {
        return new Money(euros * 100, "EUR");
    }

    static Tier tier(Money amount) {
        return new Tier("", amount, "Un café équitable", null, null, null, null);
    }

    static ProjectForm form() {
        return new FormBuilder().build();
    }

    static Project draft() {
        return draft(form());
    }

    static Project draft(ProjectForm form) {
        return Project.draft(
                "p1", "le-kfe-du-33", new Owner("m-alexis", "Alexis"), form, POLICY, new Creation(NOW, "fingerprint"));
    }

    static Project submitted() {
        return accepted(draft(), new Command.Submit(ALEXIS, NOW, POLICY));
    }

    static Project approved() {
        return accepted(submitted(), new Command.Judge(NADIA, NOW, POLICY, approval()));
    }

    static Project live() {
        return accepted(approved(), new Command.Launch(ALEXIS, NOW, POLICY, true));
    }

    static ReviewForm approval() {
        return new ReviewForm(
                "approve",
                List.of(new Answer("local-interest", true, null), new Answer("real-need", true, null)),
                List.of(),
                List.of());
    }

    static Project accepted(Project project, Command command) {
        return switch (ProjectLife.decide(project, command)) {
            case Accepted(Project after, var events) -> after;
            case Decision.Repeated repeated -> throw new AssertionError(repeated);
            case Rejected rejected -> throw new AssertionError(rejected);
        };
    }

    static Refusal refused(Project project, Command command) {
        return switch (ProjectLife.decide(project, command)) {
            case Accepted accepted -> throw new AssertionError(accepted);
            case Decision.Repeated repeated -> throw new AssertionError(repeated);
            case Rejected(Project same, Refusal reason) -> reason;
        };
    }
}
