package quartier.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.catalog.CatalogDriver.form;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import quartier.testing.Answer;
import quartier.testing.EventContracts;
import quartier.testing.QuartierIT;
import quartier.testing.SeenEvent;
import quartier.testing.TestClock;
import quartier.testing.TestEvents;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;

/** From a resident's idea to a live campaign, its outcome and its realisation. */
@QuartierIT
class ProjectJourneyIT {

    private static final String PROJECTS = "quartier.catalog.projects";
    private static final String CAMPAIGNS = "quartier.pledge.campaigns";

    private final TestHttp http;
    private final TestClock clock;
    private final TestEvents events;
    private final CatalogDriver catalog;

    @Autowired
    ProjectJourneyIT(TestHttp http, TestTokens tokens, TestClock clock, TestEvents events) {
        this.http = http;
        this.clock = clock;
        this.events = events;
        this.catalog = new CatalogDriver(http, tokens);
    }

    @BeforeEach
    void setOut() {
        clock.moveTo(Instant.parse("2026-11-23T09:30:00Z"));
    }

    @AfterEach
    void comeBack() {
        clock.reset();
    }

    @Test
    void launchesAnApprovedProjectWithFrozenTerms() {
        String id = catalog.launched();

        Answer project = catalog.read(id);
        assertThat(project.status()).isEqualTo(200);
        assertThat(project.at("/state")).isEqualTo("live");
        assertThat(project.at("/deadline")).isEqualTo("2027-01-22T22:59:59Z");
        assertThat(project.at("/terms/cap/amount")).isEqualTo("900000");
        assertThat(project.at("/terms/commissionBasisPoints")).isEqualTo("600");
        assertThat(project.at("/owner/name")).isEqualTo("Alexis");
        assertThat(project.at("/totals/collected/amount")).isEqualTo("0");
    }

    @Test
    void tellsEachStepOnTheBusInOrderAndAsItsContractSays() {
        String id = catalog.launched();

        List<SeenEvent> told = events.await(PROJECTS, event -> event.subject().equals(id), 3);

        assertThat(told)
                .extracting(SeenEvent::type)
                .containsExactly(
                        "quartier.project.submitted.v1",
                        "quartier.project.approved.v1",
                        "quartier.project.launched.v1");
        assertThat(told).extracting(SeenEvent::sequence).isSorted().doesNotHaveDuplicates();
        assertThat(told).allSatisfy(event -> {
            assertThat(EventContracts.own().faultsOf(event.type(), event.data()))
                    .isEmpty();
            assertThat(event.key()).isEqualTo(id);
            assertThat(event.data().toString()).doesNotContain("Alexis");
        });
        assertThat(told.getLast().data().at("/terms/goal").asLong()).isEqualTo(600_000);
        SeenEvent state = events.awaitOn("quartier.catalog.projects.state", "quartier.project.state.v1", id);
        assertThat(EventContracts.own().faultsOf(state.type(), state.data())).isEmpty();
    }

    @Test
    void tellsOfSuspensionResumptionNewsAndCancellation() {
        String id = catalog.launched();
        assertThat(catalog.moderator()
                        .post("/v1/projects/" + id + "/suspend", Map.of("reason", "Vérification en cours"))
                        .at("/state"))
                .isEqualTo("suspended");
        assertThat(catalog.moderator().post("/v1/projects/" + id + "/resume").at("/state"))
                .isEqualTo("live");
        assertThat(catalog.owner()
                        .withKey()
                        .post("/v1/projects/" + id + "/updates", Map.of("title", "Peint !", "body", "Les murs."))
                        .status())
                .isEqualTo(201);
        assertThat(catalog.owner()
                        .post("/v1/projects/" + id + "/cancel", Map.of("reason", "Le local est perdu"))
                        .at("/state"))
                .isEqualTo("cancelled");

        List<SeenEvent> told = events.await(PROJECTS, event -> event.subject().equals(id), 7);

        assertThat(told.subList(3, 7))
                .extracting(SeenEvent::type)
                .containsExactly(
                        "quartier.project.suspended.v1",
                        "quartier.project.resumed.v1",
                        "quartier.project.updated.v1",
                        "quartier.project.cancelled.v1");
        assertThat(told)
                .allSatisfy(event -> assertThat(EventContracts.own().faultsOf(event.type(), event.data()))
                        .isEmpty());
    }

    @Test
    void handsBackWithNotesAndTakesTheCorrection() {
        String id = catalog.submitted(form());
        Answer returned = catalog.moderator()
                .post(
                        "/v1/projects/" + id + "/review",
                        Map.of(
                                "decision",
                                "return",
                                "notes",
                                List.of(Map.of("field", "tiers[0].reward", "note", "Précisez."))));
        assertThat(returned.at("/state")).isEqualTo("changes_requested");
        assertThat(returned.at("/review/notes/0/note")).isEqualTo("Précisez.");

        Answer edited = catalog.owner()
                .with("If-Match", String.valueOf(returned.header("ETag")))
                .put("/v1/projects/" + id, CatalogDriver.formWith("title", "Le Kfé du 34"));

        assertThat(edited.at("/slug")).startsWith("le-kfe-du-34");
        assertThat(catalog.owner().post("/v1/projects/" + id + "/submit").at("/state"))
                .isEqualTo("submitted");
    }

    @Test
    void refusesWithReasonsThatTheOwnerReads() {
        String id = catalog.submitted(form());

        catalog.moderator()
                .post(
                        "/v1/projects/" + id + "/review",
                        Map.of("decision", "refuse", "reasons", List.of("Relève du service public.")));

        Answer read = catalog.owner().get("/v1/projects/" + id);
        assertThat(read.at("/state")).isEqualTo("refused");
        assertThat(read.at("/review/reasons/0")).isEqualTo("Relève du service public.");
        assertThat(catalog.read(id).status()).isEqualTo(404);
    }

    @Test
    void isRealisedByItsOwnerOnceFunded() {
        String id = catalog.launched();
        assertThat(catalog.owner().post("/v1/projects/" + id + "/realise").problem())
                .isEqualTo("project-state");
        var euros = Map.of("amount", 612_000, "currency", "EUR");
        events.publish(
                CAMPAIGNS,
                "quartier.campaign.funded.v1",
                id,
                9,
                Map.of("campaign", id, "goal", CatalogDriver.euros(6000), "collected", euros, "backers", 71));

        org.awaitility.Awaitility.await()
                .until(() -> catalog.read(id).at("/state").equals("funded"));

        assertThat(catalog.read(id).at("/totals/percent")).isEqualTo("102");
        assertThat(catalog.owner().post("/v1/projects/" + id + "/realise").at("/state"))
                .isEqualTo("realised");
        assertThat(http.get("/v1/projects?state=realised").body()).contains(id);
    }
}
