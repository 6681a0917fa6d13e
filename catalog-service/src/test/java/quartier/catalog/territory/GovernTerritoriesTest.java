package quartier.catalog.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quartier.catalog.territory.Governed.RulesBroken;
import quartier.catalog.territory.Governed.Stored;

class GovernTerritoriesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:30:00Z"), ZoneOffset.UTC);

    private static final Policy POLICY = new Policy(
            0,
            "EUR",
            15_000_00,
            150,
            30,
            60,
            600,
            2000,
            List.of("gift"),
            List.of(new Criterion("real-need", "Besoin réel", "Real need")),
            new SupportRule(30, 10),
            null,
            ReviewRule.USUAL,
            Rails.LOOSE);

    private static final Administrator OPERATOR = new Person(true, Set.of());

    private record Person(boolean isOperator, Set<String> administered) implements Administrator {
        @Override
        public String memberId() {
            return "m-person";
        }

        @Override
        public boolean administers(List<String> path) {
            return isOperator || path.stream().anyMatch(administered::contains);
        }
    }

    private final InMemoryTerritories territories = new InMemoryTerritories();
    private final GovernTerritories govern = new GovernTerritories(territories, CLOCK);
    private final ReadTerritories read = new ReadTerritories(territories, CLOCK);

    @BeforeEach
    void foundARegion() {
        govern.configure("region", form(null, POLICY), 1);
        govern.configure("city", form("region", null), 1);
    }

    @Test
    void inheritsWhatATerritoryDoesNotSay() {
        Territory city = read.find("city").orElseThrow();

        assertThat(city.requiredPolicy().goalCapMinorUnits()).isEqualTo(15_000_00);
        assertThat(city.themes()).extracting(Theme::id).containsExactly("culture");
        assertThat(city.path()).containsExactly("region", "city");
        assertThat(read.all()).extracting(Territory::id).containsExactly("region", "city");
    }

    @Test
    void countsTheVersionsOfAPolicyOnlyWhenItChanges() {
        govern.put("region", form(null, POLICY), Optional.of(1L), OPERATOR);
        assertThat(read.find("region").orElseThrow().requiredPolicy().version()).isEqualTo(1);

        govern.put("region", form(null, policy(700)), Optional.of(2L), OPERATOR);
        assertThat(read.find("region").orElseThrow().requiredPolicy().version()).isEqualTo(2);
    }

    @Test
    void writesTheConfigurationAgainOnlyWhenItsVersionIsRaised() {
        govern.put("region", form(null, policy(700)), Optional.of(1L), OPERATOR);

        govern.configure("region", form(null, POLICY), 1);
        assertThat(commission()).isEqualTo(700);

        govern.configure("region", form(null, POLICY), 2);
        assertThat(commission()).isEqualTo(600);
    }

    @Test
    void letsAdministratorsChangeTheirOwnBranchOnly() {
        Administrator ofCity = new Person(false, Set.of("city"));

        assertThat(govern.put("city", form("region", policy(500)), Optional.of(1L), ofCity))
                .isInstanceOf(Stored.class);
        assertThat(govern.put("region", form(null, policy(500)), Optional.of(1L), ofCity))
                .isInstanceOf(Governed.NotAllowed.class);
        assertThat(govern.put("another", form("region", null), Optional.empty(), ofCity))
                .isInstanceOf(Governed.NotAllowed.class);
    }

    @Test
    void wantsTheVersionThatWasRead() {
        assertThat(govern.put("city", form("region", null), Optional.empty(), OPERATOR))
                .isInstanceOf(Governed.VersionMissing.class);
        assertThat(govern.put("city", form("region", null), Optional.of(9L), OPERATOR))
                .isInstanceOf(Governed.Stale.class);
    }

    @Test
    void refusesWhatNoTerritoryCanBe() {
        assertThat(breaches("api", form("region", null))).containsExactly("id: reserved-id");
        assertThat(breaches("explorer", form("region", null))).containsExactly("id: reserved-id");
        assertThat(breaches("Été", form("region", null))).containsExactly("id: malformed-id");
        assertThat(breaches("new", form(null, null))).containsExactly("policy: root-needs-policy");
        assertThat(breaches("new", form("nowhere", null))).containsExactly("parent: unknown-parent");
        assertThat(breaches("new", form("region", policy(2_001))))
                .containsExactly("policy.commissionBasisPoints: out-of-range");
    }

    @Test
    void keepsATerritoryWhereItIsInTheTree() {
        assertThat(govern.put("city", form(null, POLICY), Optional.of(1L), OPERATOR))
                .isEqualTo(new RulesBroken(List.of(new Breach("parent", "parent-fixed"))));
    }

    private int commission() {
        return read.find("region").orElseThrow().requiredPolicy().commissionBasisPoints();
    }

    private List<String> breaches(String id, TerritoryForm form) {
        Governed answer = govern.put(id, form, Optional.empty(), OPERATOR);
        assertThat(answer).isInstanceOf(RulesBroken.class);
        return ((RulesBroken) answer)
                .breaches().stream()
                        .map(breach -> breach.field() + ": " + breach.code())
                        .toList();
    }

    private static TerritoryForm form(@Nullable String parent, @Nullable Policy policy) {
        List<Theme> themes = parent == null ? List.of(new Theme("culture", "Culture", "Culture")) : null;
        return new TerritoryForm(
                new Label("Nom", "Name"),
                parent == null ? "region" : "city",
                parent,
                new Centre(45, 4),
                null,
                null,
                themes,
                null,
                null,
                policy,
                null,
                null,
                null);
    }

    private static Policy lending(List<String> kinds, @Nullable LoanRule loans) {
        return new Policy(
                0,
                "EUR",
                15_000_00,
                150,
                30,
                60,
                600,
                2000,
                kinds,
                POLICY.reviewCriteria(),
                POLICY.support(),
                loans,
                ReviewRule.USUAL,
                Rails.LOOSE);
    }

    private List<String> breachesOf(Policy policy) {
        return TerritoryRules.check("city", form("region", policy)).stream()
                .map(breach -> breach.field() + " " + breach.code())
                .toList();
    }

    @Test
    void takesLoansWithinWhatTheLawAllows() {
        List<String> kinds = List.of("gift", "interest_free_loan");

        assertThat(breachesOf(lending(kinds, new LoanRule(5_000_00, 6, 12)))).isEmpty();
        assertThat(breachesOf(lending(kinds, new LoanRule(5_000_01, 6, 12))))
                .containsExactly("policy.loans.perLender loan-limit");
        assertThat(breachesOf(lending(kinds, new LoanRule(Long.MAX_VALUE, -1, 0))))
                .containsExactly(
                        "policy.loans.perLender loan-limit",
                        "policy.loans.graceMonths out-of-range",
                        "policy.loans.instalments out-of-range");
        assertThat(breachesOf(lending(kinds, new LoanRule(5_000_00, 73, 12))))
                .as("longer than seven years")
                .containsExactly("policy.loans.instalments out-of-range");
    }

    @Test
    void takesNoLoansWithoutTheirTermsNorTermsWithoutThem() {
        assertThat(breachesOf(lending(List.of("gift", "interest_free_loan"), null)))
                .containsExactly("policy.loans loans-need-terms");
        assertThat(breachesOf(lending(List.of("gift"), new LoanRule(100, 0, 1))))
                .containsExactly("policy.loans loans-need-terms");
        assertThat(breachesOf(POLICY)).as("off, unless a territory wants them").isEmpty();
    }

    private static Policy policy(int commissionBasisPoints) {
        return new Policy(
                0,
                "EUR",
                15_000_00,
                150,
                30,
                60,
                commissionBasisPoints,
                2000,
                POLICY.pledgeKinds(),
                POLICY.reviewCriteria(),
                POLICY.support(),
                null,
                ReviewRule.USUAL,
                Rails.LOOSE);
    }
}
