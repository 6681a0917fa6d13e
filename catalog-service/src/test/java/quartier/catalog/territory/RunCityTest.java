package quartier.catalog.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quartier.catalog.territory.Governed.RulesBroken;
import quartier.catalog.territory.Governed.Stored;

/** A city from its founding on: its window, the versions of its policy, its place in the tree, its end. */
class RunCityTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");
    private static final Person OPERATOR = new Person(true, Set.of());
    private static final Person OF_CITY = new Person(false, Set.of("city"));

    private record Person(boolean isOperator, Set<String> administered) implements Administrator {
        @Override
        public String memberId() {
            return isOperator ? "m-odile" : "m-admin";
        }

        @Override
        public boolean administers(List<String> path) {
            return isOperator || path.stream().anyMatch(administered::contains);
        }
    }

    private static final class Hands extends Clock {
        private Instant now = NOW;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final Hands clock = new Hands();
    private final InMemoryTerritories territories = new InMemoryTerritories();
    private final GovernTerritories govern = new GovernTerritories(territories, clock);
    private final GovernPolicies policies = new GovernPolicies(territories, clock);
    private final RunTerritories run = new RunTerritories(territories);
    private final ReadTerritories read = new ReadTerritories(territories, clock);

    @BeforeEach
    void foundARegionAndACity() {
        govern.configure("region", form("region", null, policy(15_000_00, 30, 60), null), 1);
        govern.configure("city", form("city", "region", null, null), 1);
    }

    @Test
    void refusesATerritoryBelowItselfAndOneThatIsTooWide() {
        assertThat(breaches(govern.put("loop", form("city", "loop", null, null), Optional.empty(), OPERATOR)))
                .contains("parent: territory-cycle");
        assertThat(breaches(govern.put(
                        "region", form("region", "city", policy(100, 1, 2), null), Optional.of(1L), OPERATOR)))
                .contains("parent: territory-cycle", "parent: parent-fixed");
        assertThat(breaches(govern.put("wide", form("region", "city", null, null), Optional.empty(), OPERATOR)))
                .containsExactly("kind: kind-order");
    }

    @Test
    void givesAHostNameToOneWindowOnlyAndFreesItAgain() {
        govern.put("other", form("city", "region", null, null), Optional.empty(), OPERATOR);
        assertThat(govern.put(
                        "city", form("city", "region", null, window("projets.ville.fr")), Optional.of(1L), OF_CITY))
                .isInstanceOf(Stored.class);

        assertThat(breaches(govern.put(
                        "other", form("city", "region", null, window("projets.ville.fr")), Optional.of(1L), OPERATOR)))
                .containsExactly("window.hosts[0]: host-taken");

        govern.put("city", form("city", "region", null, window("autre.ville.fr")), Optional.of(2L), OF_CITY);
        assertThat(govern.put(
                        "other", form("city", "region", null, window("projets.ville.fr")), Optional.of(1L), OPERATOR))
                .isInstanceOf(Stored.class);
    }

    @Test
    void refusesHostNamesThatAreNone() {
        for (String host : List.of("localhost", "ville.fr:8080", "Ville.fr", "10.0.0.1", "a..fr", "http://ville.fr")) {
            assertThat(breaches(
                            govern.put("city", form("city", "region", null, window(host)), Optional.of(1L), OF_CITY)))
                    .as(host)
                    .containsExactly("window.hosts[0]: malformed-host");
        }
    }

    @Test
    void refusesColoursThatCannotBeReadAndLogosFromElsewhere() {
        assertThat(brandBreaches("#f2a541", "#ffffff", null))
                .containsExactly("window.brand.textColour: contrast-too-low", "window.brand.colour: contrast-too-low");
        assertThat(brandBreaches("red", "#ffffff", null)).containsExactly("window.brand.colour: malformed-colour");
        assertThat(brandBreaches("#1f5b45", "#ffffff", "//elsewhere.example/logo.png"))
                .containsExactly("window.brand.logo: not-from-here");
        assertThat(brandBreaches("#1f5b45", "#ffffff", "/api/catalog/v1/territories/city/logo?v=3"))
                .isEmpty();
        assertThat(Contrast.between("#000000", "#ffffff")).isBetween(20.99, 21.01);
    }

    @Test
    void wantsAnOutlineThatIsAPolygon() {
        assertThat(outlineBreaches(List.of(List.of(1d, 2d), List.of(2d, 2d), List.of(2d, 3d), List.of(1d, 2d))))
                .isEmpty();
        assertThat(outlineBreaches(List.of(List.of(1d, 2d), List.of(2d, 2d), List.of(2d, 3d), List.of(9d, 9d))))
                .containsExactly("outline: malformed-polygon");
        assertThat(outlineBreaches(List.of(List.of(1d, 2d), List.of(2d, Double.NaN), List.of(2d, 3d), List.of(1d, 2d))))
                .containsExactly("outline: malformed-polygon");
    }

    @Test
    void namesEveryContradictionOfAPolicy() {
        Policy absurd = new Policy(
                0,
                "EUR",
                1_000_00,
                150,
                60,
                30,
                600,
                2000,
                List.of("gift", "gift"),
                List.of(),
                new SupportRule(30, 10),
                new LoanRule(100, 0, 1),
                new ReviewRule(15, 1_000_00L),
                new Rails(true, 25, false));

        assertThat(breaches(policies.enact("city", absurd, Optional.empty(), "", Optional.of(1L), OF_CITY)))
                .containsExactlyInAnyOrder(
                        "policy.maximumDays: days-crossed",
                        "policy.rails.rewardsRequired: rewards-required-but-not-taken",
                        "policy.pledgeKinds: named-twice",
                        "policy.review.secondEyesAbove: second-eyes-never-needed",
                        "policy.loans: loans-need-terms");
    }

    @Test
    void holdsAPolicyFromItsDateOnAndTellsWhatItChanges() {
        Instant later = NOW.plus(Duration.ofDays(30));

        Governed enacted = policies.enact(
                "city", policy(8_000_00, 30, 45), Optional.of(later), "Moins, plus vite", Optional.of(1L), OF_CITY);

        assertThat(enacted).isInstanceOf(Stored.class);
        assertThat(cap()).isEqualTo(15_000_00);
        clock.now = later;
        assertThat(cap()).isEqualTo(8_000_00);
        Territory own = read.own("city").orElseThrow();
        assertThat(own.editions()).singleElement().satisfies(edition -> {
            assertThat(edition.by()).isEqualTo("m-admin");
            assertThat(edition.note()).isEqualTo("Moins, plus vite");
        });

        policies.enact("city", policy(9_000_00, 30, 45), Optional.empty(), "", Optional.of(2L), OF_CITY);
        Territory next = read.own("city").orElseThrow();
        assertThat(next.changedBy(next.editions().getLast()))
                .containsExactly(new Difference("goalCap", "800000", "900000"));
    }

    @Test
    void withdrawsOnlyWhatDoesNotHoldYetAndEnactsNothingInThePast() {
        policies.enact(
                "city", policy(8_000_00, 30, 45), Optional.of(NOW.plusSeconds(60)), "", Optional.of(1L), OF_CITY);
        assertThat(policies.withdraw("city", 1, Optional.of(2L), OF_CITY)).isInstanceOf(Stored.class);
        assertThat(read.own("city").orElseThrow().editions()).isEmpty();

        assertThat(breaches(policies.enact(
                        "city",
                        policy(8_000_00, 30, 45),
                        Optional.of(NOW.minusSeconds(1)),
                        "",
                        Optional.of(3L),
                        OF_CITY)))
                .containsExactly("effectiveOn: effective-in-past");
        policies.enact("city", policy(8_000_00, 30, 45), Optional.empty(), "", Optional.of(3L), OF_CITY);
        assertThat(breaches(policies.withdraw("city", 1, Optional.of(4L), OF_CITY)))
                .containsExactly("version: edition-holds-already");
    }

    @Test
    void suspendsWhatLiesBelowTooAndLeavesTheEndToTheOperator() {
        assertThat(breaches(run.stand("city", "archived", Optional.of(1L), OF_CITY)))
                .containsExactly("standing: operator-archives");
        assertThat(run.stand("city", "suspended", Optional.of(1L), OF_CITY)).isInstanceOf(Stored.class);
        run.stand("region", "archived", Optional.of(1L), OPERATOR);

        assertThat(read.find("city").orElseThrow().standing()).isEqualTo(Standing.ARCHIVED);
        assertThat(read.own("city").orElseThrow().standing()).isEqualTo(Standing.SUSPENDED);
    }

    @Test
    void refusesAStaleVersionAndStaffOfAnotherCity() {
        var elsewhere = new Person(false, Set.of("other"));

        assertThat(run.stand("city", "suspended", Optional.of(1L), elsewhere)).isInstanceOf(Governed.NotAllowed.class);
        assertThat(run.stand("city", "suspended", Optional.of(9L), OF_CITY)).isInstanceOf(Governed.Stale.class);
        assertThat(run.stand("city", "suspended", Optional.empty(), OF_CITY))
                .isInstanceOf(Governed.VersionMissing.class);
        assertThat(run.stand("nowhere", "suspended", Optional.of(1L), OPERATOR)).isInstanceOf(Governed.Unknown.class);
    }

    private long cap() {
        return read.find("city").orElseThrow().requiredPolicy().goalCapMinorUnits();
    }

    private List<String> brandBreaches(String colour, String textColour, @Nullable String logo) {
        Brand brand = new Brand("Ville", colour, textColour, logo, null, null);
        return TerritoryRules.check(
                        "city", form("city", "region", null, new Window(List.of(), List.of("fr"), brand, null, null)))
                .stream()
                .map(RunCityTest::summary)
                .toList();
    }

    private List<String> outlineBreaches(List<List<Double>> ring) {
        TerritoryForm plain = form("city", "region", null, null);
        return TerritoryRules.check(
                        "city",
                        new TerritoryForm(
                                plain.name(),
                                plain.kind(),
                                plain.parent(),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                1_000,
                                new Outline(List.of(ring)),
                                null))
                .stream()
                .map(RunCityTest::summary)
                .toList();
    }

    private static List<String> breaches(Governed governed) {
        assertThat(governed).isInstanceOf(RulesBroken.class);
        return ((RulesBroken) governed)
                .breaches().stream().map(RunCityTest::summary).toList();
    }

    private static String summary(Breach breach) {
        return breach.field() + ": " + breach.code();
    }

    private static Window window(String host) {
        return new Window(List.of(host), List.of(), null, null, null);
    }

    private static TerritoryForm form(
            String kind, @Nullable String parent, @Nullable Policy policy, @Nullable Window window) {
        return new TerritoryForm(
                new Label("Nom", "Name"), kind, parent, null, null, null, null, null, null, policy, null, null, window);
    }

    private static Policy policy(long goalCapMinorUnits, int minimumDays, int maximumDays) {
        return new Policy(
                0,
                "EUR",
                goalCapMinorUnits,
                150,
                minimumDays,
                maximumDays,
                600,
                2000,
                List.of("gift", "gift_with_reward"),
                List.of(),
                new SupportRule(30, 10),
                null,
                ReviewRule.USUAL,
                Rails.LOOSE);
    }
}
