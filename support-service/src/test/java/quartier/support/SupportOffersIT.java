package quartier.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import quartier.testing.Answer;
import quartier.testing.EventContracts;
import quartier.testing.QuartierIT;
import quartier.testing.SeenEvent;
import quartier.testing.TestEvents;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;

/** An organisation offers help, the owner answers: over HTTP, and on the bus. */
@QuartierIT
class SupportOffersIT {

    @Autowired
    TestHttp http;

    @Autowired
    TestTokens tokens;

    @Autowired
    TestEvents events;

    Bus bus;
    Organisations organisations;
    String city;
    TestHttp ines;
    TestHttp alexis;

    @BeforeEach
    void signIn() {
        bus = new Bus(events);
        organisations = new Organisations(http, tokens);
        city = organisations.approved("ines", "public");
        ines = http.as(tokens.member("ines"));
        alexis = http.as(tokens.member("alexis"));
    }

    @Test
    void offersAGrantThatTheOwnerAccepts() {
        String project = emerging("m-alexis");
        Map<String, Object> grant = grant(project, 150_000);
        grant.put("instrument", Map.of("deliberation", "2026-114", "date", "2026-10-12"));
        grant.put("conditions", "Le lieu accueille aussi un atelier vélo");
        Answer made = ines.withKey().post("/v1/offers", grant);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("/state")).isEqualTo("made");
        assertThat(made.at("/instrument/date")).isEqualTo("2026-10-12");
        String offer = made.at("/id");
        assertThat(http.get("/v1/offers?project=" + project).json().get("items"))
                .isEmpty();
        assertThat(http.get("/v1/offers/" + offer).status()).isEqualTo(404);
        assertThat(alexis.get("/v1/offers?project=" + project).at("/items/0/conditions"))
                .contains("atelier vélo");
        assertThat(alexis.get("/v1/me/offers").body()).contains(offer);

        Answer accepted = alexis.post("/v1/offers/" + offer + "/accept");

        assertThat(accepted.at("/state")).isEqualTo("accepted");
        Answer shown = http.get("/v1/offers?project=" + project);
        assertThat(shown.at("/items/0/id")).isEqualTo(offer);
        assertThat(shown.at("/items/0/public")).isEqualTo("true");
        assertThat(shown.body()).doesNotContain("m-ines");
        assertThat(http.get("/v1/supporters/" + city + "/offers").body()).contains(offer);
        for (String what : List.of("made", "accepted")) {
            SeenEvent event = assertPublished(what, offer);
            assertThat(event.data().get("public").asBoolean()).isTrue();
            assertThat(event.data().at("/amount/amount").asLong()).isEqualTo(150_000);
        }
    }

    @Test
    void declinesForAReasonThatOnlyThePartiesRead() {
        String project = emerging("m-alexis");
        String offer = ines.withKey().post("/v1/offers", guidance(project)).at("/id");

        assertThat(alexis.post("/v1/offers/" + offer + "/decline", Map.of()).problem())
                .isEqualTo("invalid-fields");
        assertThat(alexis.post("/v1/offers/" + offer + "/decline", Map.of("reason", "Déjà accompagnés"))
                        .at("/reason"))
                .isEqualTo("Déjà accompagnés");

        assertThat(ines.get("/v1/offers/" + offer).at("/reason")).isEqualTo("Déjà accompagnés");
        assertThat(http.get("/v1/offers/" + offer).status()).isEqualTo(404);
        SeenEvent event = assertPublished("declined", offer);
        assertThat(event.data().toString()).doesNotContain("accompagnés");
        assertThat(ines.post("/v1/offers/" + offer + "/withdraw").problem()).isEqualTo("offer-state");
    }

    @Test
    void withdrawsByAnAgentAlone() {
        String project = emerging("m-alexis");
        String offer = ines.withKey().post("/v1/offers", guidance(project)).at("/id");

        assertThat(alexis.post("/v1/offers/" + offer + "/withdraw").problem()).isEqualTo("forbidden");
        assertThat(ines.post("/v1/offers/" + offer + "/withdraw").at("/state")).isEqualTo("withdrawn");
        assertThat(alexis.post("/v1/offers/" + offer + "/accept").problem()).isEqualTo("offer-state");
        assertPublished("withdrawn", offer);
    }

    @Test
    void saysWhichRuleStopsAPublicGrantInTheReadersLanguage() {
        String project = emerging("m-alexis");

        Answer refused = ines.withKey().post("/v1/offers", grant(project, 150_000));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("public-grant-needs-deliberation");
        assertThat(refused.at("/detail")).contains("délibération", "L. 2311-7");
        assertThat(refused.at("/rule/explanation/en")).contains("assembly");
        assertThat(ines.withKey()
                        .with("Accept-Language", "en")
                        .post("/v1/offers", grant(project, 150_000))
                        .at("/detail"))
                .contains("assembly");
        Map<String, Object> large = grant(project, 2_300_001);
        large.put("instrument", Map.of("deliberation", "2026-114", "date", "2026-10-12"));
        Answer largeRefused = ines.withKey().post("/v1/offers", large);
        assertThat(largeRefused.problem()).isEqualTo("public-grant-above-23000-needs-convention");
        assertThat(largeRefused.at("/detail")).contains("2001-495");
        assertThat(http.get("/v1/rules").body()).contains("public-body-may-not-pledge", "pledge-service");
    }

    @Test
    void refusesHelpBeforeResidentsHaveShownTheirs() {
        String project = Bus.newProject();
        bus.launch(project, "m-alexis", 7);
        bus.totals(project, 1, "live", 29, 50);
        await().until(() -> ines.get("/v1/radar?minimumPercent=29&minimumBackers=1&limit=100&supporter=" + city)
                .body()
                .contains(project));

        assertThat(ines.withKey().post("/v1/offers", guidance(project)).problem())
                .isEqualTo("residents-first");
    }

    @Test
    void refusesHelpOfAnAgentForTheirOwnProject() {
        String project = emerging("m-ines");

        assertThat(ines.withKey().post("/v1/offers", guidance(project)).problem())
                .isEqualTo("no-conflict-of-interest");
    }

    @Test
    void refusesHelpForAnUnknownOrSuspendedProject() {
        assertThat(ines.withKey().post("/v1/offers", guidance("nowhere")).problem())
                .isEqualTo("project-unknown");
        String project = emerging("m-alexis");
        bus.say("suspended", project, 8);
        await().until(() ->
                !ines.get("/v1/radar?limit=100&supporter=" + city).body().contains(project));

        assertThat(ines.withKey().post("/v1/offers", guidance(project)).problem())
                .isEqualTo("project-not-under-way");
    }

    @Test
    void refusesWhoeverIsNoAgentOfAnApprovedOrganisation() {
        String project = emerging("m-alexis");
        String unapproved = organisations.registered("ines", "private");
        Map<String, Object> forUnapproved = guidance(project);
        forUnapproved.put("supporter", unapproved);

        assertThat(ines.withKey().post("/v1/offers", forUnapproved).problem()).isEqualTo("supporter-not-approved");
        assertThat(http.as(tokens.member("remi"))
                        .withKey()
                        .post("/v1/offers", guidance(project))
                        .problem())
                .isEqualTo("forbidden");
        assertThat(http.as(tokens.forged("ines", "supporter-agent:" + city))
                        .withKey()
                        .post("/v1/offers", guidance(project))
                        .status())
                .isEqualTo(401);
        assertThat(http.withKey().post("/v1/offers", guidance(project)).status())
                .isEqualTo(401);
    }

    @Test
    void refusesAnswersByAnybodyButTheOwner() {
        String project = emerging("m-alexis");
        String offer = ines.withKey().post("/v1/offers", guidance(project)).at("/id");

        assertThat(ines.post("/v1/offers/" + offer + "/accept").problem()).isEqualTo("forbidden");
        assertThat(http.as(tokens.member("clement"))
                        .post("/v1/offers/" + offer + "/accept")
                        .status())
                .isEqualTo(403);
        assertThat(http.as(tokens.expired("alexis"))
                        .post("/v1/offers/" + offer + "/accept")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void refusesToAcceptHelpOfASuspendedOrganisation() {
        String project = emerging("m-alexis");
        String offer = ines.withKey().post("/v1/offers", guidance(project)).at("/id");
        organisations.operator().post("/v1/supporters/" + city + "/suspend");

        assertThat(alexis.post("/v1/offers/" + offer + "/accept").problem()).isEqualTo("offer-supporter-suspended");
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        String project = emerging("m-alexis");
        Map<String, Object> body = grant(project, -5);
        body.put("amount", Map.of("amount", -5, "currency", "USD"));
        body.put("instrument", Map.of("date", "2999-01-01"));

        Answer refused = ines.withKey().post("/v1/offers", body);

        assertThat(refused.problem()).isEqualTo("invalid-fields");
        assertThat(refused.json().get("errors").toString())
                .contains("amount.currency", "amount.amount", "instrument.date");
        Map<String, Object> paidGuidance = guidance(project);
        paidGuidance.put("amount", Map.of("amount", 100, "currency", "EUR"));
        assertThat(ines.withKey().post("/v1/offers", paidGuidance).body()).contains("amount-of-grant-only");
        Map<String, Object> cents = grant(project, 1);
        cents.put("amount", Map.of("amount", 15.5, "currency", "EUR"));
        assertThat(ines.withKey().post("/v1/offers", cents).problem()).isEqualTo("malformed-request");
        Map<String, Object> unknown = guidance(project);
        unknown.put("kind", "pledge");
        assertThat(ines.withKey().post("/v1/offers", unknown).body()).contains("kind-unknown");
        Map<String, Object> huge = guidance(project);
        huge.put("description", "x".repeat(10_000_000));
        assertThat(ines.withKey().post("/v1/offers", huge).problem()).isEqualTo("body-too-large");
        assertThat(ines.withKey().post("/v1/offers", "{\"supporter\"").problem())
                .isEqualTo("malformed-request");
    }

    @Test
    void makesOneOfferOfARequestSentManyTimesAtOnce() throws Exception {
        String project = emerging("m-alexis");
        TestHttp keyed = ines.withKey();
        List<Answer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> racing = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                racing.add(threads.submit(() -> keyed.post("/v1/offers", guidance(project))));
            }
            for (Future<Answer> one : racing) {
                answers.add(one.get());
            }
        }

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(answers.stream().map(answer -> answer.at("/id")).distinct()).hasSize(1);
        Map<String, Object> other = guidance(project);
        other.put("title", "Autre chose");
        assertThat(keyed.post("/v1/offers", other).problem()).isEqualTo("idempotency-key-reused");
        assertThat(ines.post("/v1/offers", guidance(project)).problem()).isEqualTo("idempotency-key-missing");
        assertThat(alexis.get("/v1/offers?project=" + project).json().get("items"))
                .hasSize(1);
    }

    @Test
    void letsOnlyOneOfTwoOppositeAnswersWin() throws Exception {
        String project = emerging("m-alexis");
        String offer = ines.withKey().post("/v1/offers", guidance(project)).at("/id");
        Answer accepted;
        Answer withdrawn;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var accepting = threads.submit(() -> alexis.post("/v1/offers/" + offer + "/accept"));
            var withdrawing = threads.submit(() -> ines.post("/v1/offers/" + offer + "/withdraw"));
            accepted = accepting.get();
            withdrawn = withdrawing.get();
        }

        assertThat(List.of(accepted.status(), withdrawn.status())).containsExactlyInAnyOrder(200, 409);
    }

    private SeenEvent assertPublished(String what, String offer) {
        String type = "quartier.support-offer." + what + ".v1";
        SeenEvent event = events.awaitOn("quartier.support.offers", type, offer);
        assertThat(EventContracts.own().faultsOf(type, event.data())).isEmpty();
        return event;
    }

    private String emerging(String owner) {
        String project = Bus.newProject();
        bus.launch(project, owner, 7);
        bus.totals(project, 2, "live", 35, 12);
        await().until(() ->
                ines.get("/v1/radar?limit=100&supporter=" + city).body().contains(project));
        return project;
    }

    private Map<String, Object> guidance(String project) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("supporter", city);
        body.put("project", project);
        body.put("kind", "guidance");
        body.put("title", "Un accompagnement de six mois");
        return body;
    }

    private Map<String, Object> grant(String project, long cents) {
        Map<String, Object> body = guidance(project);
        body.put("kind", "grant");
        body.put("title", "Aide au démarrage");
        body.put("amount", Map.of("amount", cents, "currency", "EUR"));
        return body;
    }
}
