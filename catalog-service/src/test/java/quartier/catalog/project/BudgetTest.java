package quartier.catalog.project;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.catalog.project.ProjectMother.POLICY;
import static quartier.catalog.project.ProjectMother.euros;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import quartier.catalog.project.ProjectMother.FormBuilder;

/** The goal of the mother's form is 6,000 €, and 2,000 € come from elsewhere. */
class BudgetTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final FormBuilder form = new FormBuilder();

    @Test
    void balancesWithTheGoalAndTheOtherSources() {
        form.budget = List.of(new Funding("Travaux", euros(5_000)), new Funding("Mobilier", euros(3_000)));

        assertThat(found()).isEmpty();
    }

    @Test
    void needsNoLines() {
        assertThat(found()).isEmpty();
    }

    @Test
    void saysByHowMuchItDoesNotBalance() {
        form.budget = List.of(new Funding("Travaux", new Money(800_001, "EUR")));

        assertThat(found()).singleElement().satisfies(violation -> {
            assertThat(violation.summary()).isEqualTo("budget: budget-not-balanced");
            assertThat(violation.arguments()).hasToString("[8000.01, 8E+3]");
        });
    }

    @Test
    void doesNotOverflowUnderAbsurdSums() {
        form.budget = List.of(
                new Funding("a", new Money(Long.MAX_VALUE, "EUR")), new Funding("b", new Money(Long.MAX_VALUE, "EUR")));

        assertThat(found()).extracting(Violation::summary).containsExactly("budget: budget-not-balanced");
    }

    @Test
    void looksAtEachLine() {
        form.budget = List.of(new Funding("", euros(0)), new Funding("b", new Money(1, "USD")));

        assertThat(found())
                .extracting(Violation::summary)
                .containsExactly(
                        "budget[0].source: required",
                        "budget[0].amount: amount-not-positive",
                        "budget[1].amount: other-currency");
    }

    @Test
    void knowsLicencesAndWaysOfHandingOver() {
        form.licence = "beerware";
        form.tiers = List.of(new Tier("t1", euros(5), "Une carte", null, null, null, "pigeon"));

        assertThat(found())
                .extracting(Violation::summary)
                .containsExactly("licence: unknown-licence", "tiers[0].handover: unknown-handover");
    }

    private List<Violation> found() {
        return Guardrails.check(form.build(), POLICY, TODAY);
    }
}
