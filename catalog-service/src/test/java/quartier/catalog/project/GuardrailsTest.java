package quartier.catalog.project;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.catalog.project.ProjectMother.euros;
import static quartier.catalog.project.ProjectMother.tier;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import quartier.catalog.project.ProjectMother.FormBuilder;

class GuardrailsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void acceptsAProjectThatKeepsToThePolicy() {
        assertThat(broken(form -> {})).isEmpty();
    }

    @Test
    void acceptsWhatLiesExactlyOnTheLimits() {
        assertThat(broken(form -> {
                    form.goal = euros(15_000);
                    form.stretch = List.of(euros(22_500));
                    form.days = 30;
                    form.tiers = List.of(tier(euros(22_500)));
                }))
                .isEmpty();
    }

    @Test
    void asksForWhatAPageNeeds() {
        assertThat(broken(form -> {
                    form.title = " ";
                    form.pitch = null;
                    form.story = "";
                    form.theme = null;
                    form.ownerKind = null;
                    form.goal = null;
                    form.days = null;
                }))
                .containsExactly(
                        "title: required",
                        "pitch: required",
                        "story: required",
                        "theme: required",
                        "ownerKind: required",
                        "durationDays: required",
                        "goal: required");
    }

    @Test
    void refusesAGoalAboveTheCapEvenAnAbsurdOne() {
        assertThat(broken(form -> form.goal = new Money(15_000_01, "EUR"))).containsExactly("goal: goal-over-cap");
        assertThat(broken(form -> form.goal = new Money(Long.MAX_VALUE, "EUR"))).containsExactly("goal: goal-over-cap");
    }

    @Test
    void refusesAGoalOfZeroOrLess() {
        assertThat(broken(form -> form.goal = euros(0))).containsExactly("goal: amount-not-positive");
        assertThat(broken(form -> form.goal = new Money(Long.MIN_VALUE, "EUR")))
                .containsExactly("goal: amount-not-positive");
    }

    @Test
    void refusesAnotherCurrencyWhereverThereIsMoney() {
        var dollars = new Money(5_000_00, "USD");
        assertThat(broken(form -> {
                    form.goal = dollars;
                    form.tiers = List.of(tier(dollars));
                }))
                .containsExactly("goal: other-currency", "tiers[0].amount: other-currency");
    }

    @Test
    void refusesADurationOutsideThePolicy() {
        assertThat(broken(form -> form.days = 29)).containsExactly("durationDays: duration-outside-policy");
        assertThat(broken(form -> form.days = 61)).containsExactly("durationDays: duration-outside-policy");
    }

    @Test
    void refusesATierAboveTheOverfundingCap() {
        assertThat(broken(form -> form.tiers = List.of(tier(euros(5)), tier(new Money(9_000_01, "EUR")))))
                .containsExactly("tiers[1].amount: tier-over-cap");
        assertThat(broken(form -> form.tiers = List.of(tier(euros(0)))))
                .containsExactly("tiers[0].amount: amount-not-positive");
    }

    @Test
    void refusesTiersWhereOnlyPlainGiftsAreTaken() {
        Policy plain = new Policy(
                "lyon",
                ProjectMother.POLICY.territoryPath(),
                Set.of(),
                ProjectMother.POLICY.themes(),
                1,
                "EUR",
                15_000_00,
                150,
                30,
                60,
                600,
                2000,
                List.of("gift"),
                List.of(),
                new SupportThreshold(30, 10),
                null,
                ProjectMother.POLICY.review(),
                ProjectMother.POLICY.rails(),
                true);

        assertThat(summaries(Guardrails.check(ProjectMother.form(), plain, TODAY)))
                .containsExactly("tiers: rewards-not-allowed");
    }

    @Test
    void wantsStretchGoalsAboveTheGoalAscendingAndBelowTheCap() {
        assertThat(broken(form -> form.stretch = List.of(euros(6_000))))
                .containsExactly("stretchGoals[0]: stretch-not-above-goal");
        assertThat(broken(form -> form.stretch = List.of(euros(8_000), euros(7_000))))
                .containsExactly("stretchGoals[1]: stretch-not-ascending");
        assertThat(broken(form -> form.stretch = List.of(euros(9_001))))
                .containsExactly("stretchGoals[0]: stretch-over-cap");
    }

    @Test
    void wantsStocksThatCanSellAndMonthsThatCanCome() {
        assertThat(broken(form -> form.tiers = List.of(
                        new Tier("a", euros(5), "x", 0, "2026-10", null, null),
                        new Tier("b", euros(5), "x", 1, "2026-11", null, null),
                        new Tier("c", euros(5), "", null, "bientôt", null, null))))
                .containsExactly(
                        "tiers[2].deliveryMonth: delivery-month-unreadable",
                        "tiers[0].stock: stock-not-positive",
                        "tiers[0].deliveryMonth: delivery-month-past",
                        "tiers[2].reward: required");
    }

    @Test
    void wantsNeedsOfAKnownKindInAQuantity() {
        assertThat(broken(form -> form.needs = List.of(
                        new Need("", "money", "De l’argent", 1, null),
                        new Need("", "tool", "", 0, null),
                        new Need("", "tool", "Pelles", 1_001, null))))
                .containsExactly(
                        "needs[0].kind: unknown-need-kind",
                        "needs[1].title: required",
                        "needs[1].quantity: quantity-out-of-range",
                        "needs[2].quantity: quantity-out-of-range");
    }

    @Test
    void wantsAMandateOfAPublicBody() {
        assertThat(broken(form -> form.ownerKind = "public_body"))
                .containsExactly("publicBody: public-body-needs-mandate");
        assertThat(broken(form -> {
                    form.ownerKind = "public_body";
                    form.mandate = new Mandate("2026-12", "2026-11-24", " ", "Un jardin que rien n’impose");
                }))
                .containsExactly("publicBody.accountantApproval: required", "publicBody.mandateDate: date-in-future");
        assertThat(broken(form -> {
                    form.ownerKind = "public_body";
                    form.mandate = new Mandate(
                            "2026-12", "2026-10-01", "Avis n° 7 du 2 octobre 2026", "Un jardin que rien n’impose");
                }))
                .isEmpty();
    }

    @Test
    void wantsAThemeADistrictAndAKindThatExist() {
        assertThat(broken(form -> {
                    form.theme = "luxe";
                    form.district = "Montmartre";
                    form.ownerKind = "robot";
                }))
                .containsExactly("theme: unknown-theme", "district: unknown-district", "ownerKind: unknown-owner-kind");
    }

    @Test
    void limitsTextsListsAndIdsEvenOfDrafts() {
        var form = new FormBuilder();
        form.title = "x".repeat(Limits.TITLE + 1);
        form.tiers = Collections.nCopies(21, tier(euros(5)));
        assertThat(summaries(Limits.check(form.build()))).containsExactly("title: too-long", "tiers: too-many");

        var ids = new FormBuilder();
        ids.tiers = List.of(
                new Tier("t1", euros(5), "x", null, null, null, null),
                new Tier("t1", euros(5), "x", null, null, null, null),
                new Tier("<b>", euros(5), "x", null, null, null, null));
        assertThat(summaries(Limits.check(ids.build())))
                .containsExactly("tiers[1].id: duplicate-id", "tiers[2].id: malformed-id");
    }

    @Test
    void refusesAPlaceThatIsNowhere() {
        ProjectForm form = new ProjectForm(
                "lyon",
                null,
                null,
                null,
                null,
                new Place("", Double.NaN, 181),
                null,
                null,
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                null);

        assertThat(summaries(Limits.check(form)))
                .containsExactly("place.lat: coordinates-out-of-range", "place.lon: coordinates-out-of-range");
    }

    @Test
    void givesTiersWithoutAnIdTheNextFreeOne() {
        var form = new FormBuilder();
        form.tiers = List.of(tier(euros(5)), new Tier("t1", euros(10), "x", null, null, null, null), tier(euros(15)));

        assertThat(form.build().tiers()).extracting(Tier::id).containsExactly("t2", "t1", "t3");
    }

    private static List<String> broken(Consumer<FormBuilder> change) {
        var form = new FormBuilder();
        change.accept(form);
        return summaries(Guardrails.check(form.build(), ProjectMother.POLICY, TODAY));
    }

    private static List<String> summaries(List<Violation> violations) {
        return violations.stream().map(Violation::summary).toList();
    }
}
