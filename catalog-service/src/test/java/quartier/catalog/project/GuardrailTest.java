package quartier.catalog.project;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.catalog.project.ProjectMother.POLICY;
import static quartier.catalog.project.ProjectMother.euros;
import static quartier.catalog.project.ProjectMother.tier;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import quartier.catalog.project.ProjectMother.FormBuilder;

/** Each guard rail stops what it must, and says so in both languages. */
class GuardrailTest {

    private static final Policy STRICT = new Policy(
            POLICY.territory(),
            POLICY.territoryPath(),
            POLICY.districts(),
            POLICY.themes(),
            POLICY.version(),
            POLICY.currency(),
            POLICY.goalCapMinorUnits(),
            POLICY.overfundingCapPercent(),
            POLICY.minimumDays(),
            POLICY.maximumDays(),
            POLICY.commissionBasisPoints(),
            POLICY.vatBasisPoints(),
            POLICY.pledgeKinds(),
            POLICY.reviewCriteria(),
            POLICY.support(),
            null,
            POLICY.review(),
            new Rails(true, 25, true),
            true);

    @Test
    void keepsAllRailsForACompleteForm() {
        assertThat(broken(form -> {})).isEmpty();
    }

    @Test
    void stopsAGoalAboveTheCap() {
        assertThat(broken(form -> form.goal = euros(15_001))).containsExactly(Guardrail.GOAL_CAP);
    }

    @Test
    void stopsATierThatTheCampaignCouldNeverReach() {
        assertThat(broken(form -> form.tiers = List.of(tier(euros(9_001))))).containsExactly(Guardrail.OVERFUNDING_CAP);
    }

    @Test
    void stopsACampaignThatIsTooShort() {
        assertThat(broken(form -> form.days = 3)).containsExactly(Guardrail.DURATION);
    }

    @Test
    void stopsAProjectWithoutAReward() {
        assertThat(broken(form -> form.tiers = List.of())).containsExactly(Guardrail.REWARDS_OFFERED);
    }

    @Test
    void stopsARewardThatIsASale() {
        assertThat(broken(form -> form.tiers =
                        List.of(new Tier("a", euros(100), "Un vélo", null, null, new Money(25_01, "EUR"), null))))
                .containsExactly(Guardrail.REWARDS_SYMBOLIC);
        assertThat(broken(form ->
                        form.tiers = List.of(new Tier("a", euros(100), "Un dîner", null, null, euros(25), null))))
                .isEmpty();
    }

    @Test
    void stopsARewardThatPaysMoneyForMoneyInBothLanguages() {
        for (String promise : List.of(
                "5 % d’intérêts par an",
                "Une part sociale de la coopérative",
                "Des dividendes",
                "Remboursés avec intérêts",
                "A return on investment",
                "Shares in our company")) {
            assertThat(broken(form -> form.tiers = List.of(new Tier("a", euros(5), promise, null, null, null, null))))
                    .as(promise)
                    .containsExactly(Guardrail.GIFTS_ONLY);
        }
        for (String harmless : List.of("Une part de tarte", "Un atelier sur les actions du quartier", "Un café")) {
            assertThat(broken(form -> form.tiers = List.of(new Tier("a", euros(5), harmless, null, null, null, null))))
                    .as(harmless)
                    .isEmpty();
        }
    }

    @Test
    void stopsAPublicBodyWithoutItsMandateOrThatPaysForItsOwnMission() {
        assertThat(broken(form -> form.ownerKind = "public_body")).containsExactly(Guardrail.PUBLIC_BODY);
        assertThat(broken(form -> {
                    form.ownerKind = "public_body";
                    form.mandate = new Mandate("2026-12", "2026-10-01", "Avis n° 7", "  ");
                }))
                .containsExactly(Guardrail.PUBLIC_MISSION);
    }

    @Test
    void stopsAProjectThatAsksForMoneyOnly() {
        assertThat(broken(form -> form.needs = List.of())).containsExactly(Guardrail.COPRODUCTION);
    }

    @Test
    void stopsADistrictOfAnotherCityAndAnEmptyTitle() {
        assertThat(broken(form -> form.district = "Montmartre")).containsExactly(Guardrail.LOCAL_INTEREST);
        assertThat(broken(form -> form.title = " ")).containsExactly(Guardrail.COMPLETE);
    }

    @Test
    void pointsReviewersToWordsWithoutStoppingAnything() {
        var form = new FormBuilder();
        form.story = "Nous finançons la cantine scolaire faute de budget public, avec 3 % d'intérêts.";

        List<RailReport> reports = RailReport.of(form.build(), STRICT, ProjectMother.NOW);

        assertThat(reports).allSatisfy(report -> assertThat(report.broken()).isEmpty());
        assertThat(reports)
                .filteredOn(report -> !report.clues().isEmpty())
                .extracting(RailReport::rail)
                .containsExactly(Guardrail.GIFTS_ONLY, Guardrail.PUBLIC_MISSION);
    }

    @Test
    void pointsReviewersToWordsOfPeopleFarAwayInBothLanguages() {
        for (String far : List.of(
                "Une mission humanitaire",
                "Nous partons à l’étranger",
                "Un journal lu partout en France",
                "We send it abroad",
                "Sold all over the world")) {
            assertThat(clues(far)).as(far).containsExactly(Guardrail.LOCAL_INTEREST);
        }
        for (String near : List.of("Le monde du travail du quartier", "Une recette de Bretagne", "The whole street")) {
            assertThat(clues(near)).as(near).isEmpty();
        }
    }

    private static List<Guardrail> clues(String story) {
        var form = new FormBuilder();
        form.story = story;
        return RailReport.of(form.build(), STRICT, ProjectMother.NOW).stream()
                .filter(report -> !report.clues().isEmpty())
                .map(RailReport::rail)
                .toList();
    }

    /** A new rail is put into one of the two: with what the law says, or as a rule of the platform's own. */
    @Test
    void namesTheLegalReferenceOfEachRailThatHasOne() {
        assertThat(Arrays.stream(Guardrail.values())
                        .filter(rail -> rail.legalReference().isPresent()))
                .containsExactly(Guardrail.REWARDS_SYMBOLIC, Guardrail.GIFTS_ONLY, Guardrail.PUBLIC_BODY);
        assertThat(Arrays.stream(Guardrail.values())
                        .filter(rail -> rail.legalReference().isEmpty()))
                .containsExactly(
                        Guardrail.GOAL_CAP,
                        Guardrail.OVERFUNDING_CAP,
                        Guardrail.DURATION,
                        Guardrail.REWARDS_OFFERED,
                        Guardrail.PUBLIC_MISSION,
                        Guardrail.COPRODUCTION,
                        Guardrail.LOCAL_INTEREST,
                        Guardrail.COMPLETE);
        assertThat(Arrays.stream(Guardrail.values()).map(Guardrail::id)).doesNotHaveDuplicates();
    }

    @Test
    void explainsEachRailInFrenchAndEnglish() throws IOException {
        for (String file : List.of("messages.properties", "messages_en.properties")) {
            var messages = new Properties();
            try (Reader text = Files.newBufferedReader(Path.of("src/main/resources", file))) {
                messages.load(text);
            }
            for (Guardrail rail : Guardrail.values()) {
                assertThat(messages)
                        .as(file)
                        .containsKeys("guardrail." + rail.id() + ".title", "guardrail." + rail.id() + ".text");
            }
        }
    }

    private static List<Guardrail> broken(Consumer<FormBuilder> change) {
        var form = new FormBuilder();
        change.accept(form);
        List<Guardrail> broken = new ArrayList<>();
        for (RailReport report : RailReport.of(form.build(), STRICT, ProjectMother.NOW)) {
            if (!report.broken().isEmpty()) {
                broken.add(report.rail());
            }
        }
        return broken;
    }
}
