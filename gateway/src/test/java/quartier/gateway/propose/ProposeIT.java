package quartier.gateway.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quartier.gateway.call.Service;
import quartier.gateway.testing.Browser;
import quartier.gateway.testing.Browser.Page;
import quartier.gateway.testing.FakeService.Received;
import quartier.gateway.testing.FakeService.Reply;
import quartier.gateway.testing.GatewayIT;

/** Writing a project, step by step. */
final class ProposeIT extends GatewayIT {

    static final String DRAFT = """
        {"id":"p50","slug":"le-lavoir","version":1,"state":"draft","territory":"lyon","title":"Le lavoir","owner":{"id":"m-alexis","name":"Alexis"}}\
        """;

    private Browser alexis;

    @BeforeEach
    void signIn() {
        alexis = signedIn("m-alexis", "Alexis Morel");
    }

    @Test
    void answersACallThatWasChosen() {
        SERVICES.of(Service.CATALOG)
                .on("POST /v1/projects", new Reply(201, "application/json", DRAFT, Map.of()))
                .on("GET /v1/projects/p50", DRAFT);
        Page form = alexis.get("/proposer?territoire=lyon&appel=c1");
        assertThat(form.body()).contains("<option value=\"c1\" selected=\"selected\">Circuits courts");

        alexis.submit(form, "/proposer", "action", "save", "territory", "lyon", "title", "Le lavoir", "call", "c1");

        assertThat(SERVICES.of(Service.CATALOG)
                        .received("POST", "/v1/projects")
                        .getLast()
                        .body())
                .contains("\"call\":\"c1\"");
    }

    @Test
    void keepsTheFormWhenTheCallHasClosedMeanwhile() {
        SERVICES.of(Service.CATALOG)
                .on("POST /v1/projects", Reply.problem(409, "call-not-open", "Appel fermé", "Il est clos."));
        Page form = alexis.get("/proposer?territoire=lyon&appel=c2");
        assertThat(form.body()).as("what was chosen stays on offer").contains("Aux arbres");

        Page again = alexis.submit(
                form, "/proposer", "action", "save", "territory", "lyon", "title", "Le lavoir", "call", "c2");

        assertThat(again.body()).contains("Appel fermé", "value=\"Le lavoir\"");
    }

    @Test
    void beginsWithTheIdeaAndGoesOnStepByStep() {
        SERVICES.of(Service.CATALOG)
                .on("POST /v1/projects", new Reply(201, "application/json", DRAFT, Map.of()))
                .on("GET /v1/projects/p50", DRAFT);
        Page form = alexis.get("/proposer?territoire=lyon");
        Page next = alexis.submit(
                form,
                "/proposer",
                "action",
                "next",
                "territory",
                "lyon",
                "idempotencyKey",
                form.idempotencyKey(),
                "title",
                "Le lavoir");
        assertThat(next.path()).isEqualTo("/mes-projets/p50/recit");
        assertThat(next.body()).contains("Le brouillon est enregistré").contains("name=\"story\"");
        Received sent =
                SERVICES.of(Service.CATALOG).received("POST", "/v1/projects").getLast();
        assertThat(sent.header("Idempotency-Key")).contains(form.idempotencyKey());
        assertThat(sent.body()).contains("\"title\":\"Le lavoir\"").contains("\"tiers\":[]");
    }

    @Test
    void savesWhatStandsAtAStepAndLeavesTheOthersAsTheyAre() {
        String stored = DRAFT.replace("\"owner\"", "\"pitch\":\"Pour tous\",\"durationDays\":45,\"owner\"");
        SERVICES.of(Service.CATALOG).on("GET /v1/projects/p50", stored).on("PUT /v1/projects/p50", stored);
        Page form = alexis.get("/mes-projets/p50/contreparties");
        alexis.submit(
                form,
                "/mes-projets/p50/contreparties",
                "action",
                "next",
                "version",
                "1",
                "title",
                "Un autre titre",
                "tiers[0].amount",
                "5",
                "tiers[0].reward",
                "Un café",
                "tiers[0].handover",
                "pickup",
                "tiers[1].amount",
                "",
                "tiers[1].reward",
                "");
        Received sent =
                SERVICES.of(Service.CATALOG).received("PUT", "/v1/projects/p50").getLast();
        assertThat(sent.body())
                .contains("\"title\":\"Le lavoir\"")
                .contains("\"pitch\":\"Pour tous\"")
                .contains("\"durationDays\":45")
                .contains("\"reward\":\"Un café\",\"handover\":\"pickup\"}]");
    }

    @Test
    void showsWhetherTheBudgetBalances() {
        SERVICES.of(Service.CATALOG)
                .on(
                        "GET /v1/projects/p50",
                        DRAFT.replace("\"owner\"", "\"goal\":{\"amount\":600000,\"currency\":\"EUR\"},\"owner\""));
        Page form = alexis.get("/mes-projets/p50/budget");
        Page more = alexis.submit(
                form,
                "/mes-projets/p50/budget",
                "action",
                "add-budget",
                "version",
                "1",
                "budget[0].source",
                "Travaux",
                "budget[0].amount",
                "6 000");
        assertThat(more.body()).contains("Le budget s’équilibre").contains("name=\"budget[1].amount\"");
        assertThat(SERVICES.of(Service.CATALOG).received("PUT", "/v1/projects/p50"))
                .isEmpty();
    }

    @Test
    void addsAndRemovesRowsWithoutScript() {
        SERVICES.of(Service.CATALOG).on("GET /v1/projects/p50", DRAFT);
        String step = "/mes-projets/p50/contreparties";
        Page form = alexis.get(step);
        Page more =
                alexis.submit(form, step, "action", "add-tiers", "tiers[0].amount", "5", "tiers[0].reward", "Un café");
        assertThat(more.body()).contains("name=\"tiers[1].amount\"").contains("value=\"Un café\"");
        Page fewer = alexis.submit(
                more, step, "action", "remove-tiers-0", "tiers[0].reward", "Un café", "tiers[1].reward", "Deux cafés");
        assertThat(fewer.body()).doesNotContain("value=\"Un café\"").contains("value=\"Deux cafés\"");
        assertThat(SERVICES.of(Service.CATALOG).received("PUT", "/v1/projects/p50"))
                .isEmpty();
    }

    @Test
    void savesWhileOneTypesAndTellsTheVersionToGoOnFrom() {
        SERVICES.of(Service.CATALOG)
                .on("GET /v1/projects/p50", DRAFT)
                .on("PUT /v1/projects/p50", DRAFT.replace("\"version\":1", "\"version\":2"));
        Page form = alexis.get("/mes-projets/p50/recit");
        assertThat(form.body())
                .contains("data-hx-post=\"/mes-projets/p50/recit/brouillon\"")
                .contains("/webjars/htmx.org/");
        assertThat(alexis.get("/webjars/htmx.org/2.0.10/dist/htmx.min.js").status())
                .isEqualTo(200);
        assertThat(form.header("Content-Security-Policy"))
                .contains("script-src 'self'")
                .doesNotContain("unsafe");

        Page saved =
                alexis.submit(form, "/mes-projets/p50/recit/brouillon", "version", "1", "story", "Il était une fois");

        assertThat(saved.body())
                .contains("Enregistré à")
                .contains("name=\"version\" value=\"2\"")
                .doesNotContain("<html");
        SERVICES.of(Service.CATALOG)
                .on("PUT /v1/projects/p50", Reply.problem(412, "precondition-failed", "Version dépassée", "Relisez."));
        assertThat(alexis.submit(form, "/mes-projets/p50/recit/brouillon", "version", "1")
                        .body())
                .contains("Pas encore enregistré")
                .contains("Version dépassée");
    }

    @Test
    void listsTheServicesErrorsOnTopAndAtTheirFields() {
        SERVICES.of(Service.CATALOG)
                .on("GET /v1/projects/p50", DRAFT)
                .on("PUT /v1/projects/p50", new Reply(422, "application/problem+json", """
                    {"type":"urn:quartier:problem:invalid-fields","title":"Des champs sont à corriger","status":422,"detail":"Corrigez.",
                     "errors":[{"field":"tiers[0].amount","code":"x","message":"Trop haut."}]}\
                    """, Map.of()));
        Page form = alexis.get("/mes-projets/p50/contreparties");
        Page refused = alexis.submit(
                form,
                "/mes-projets/p50/contreparties",
                "action",
                "save",
                "version",
                "1",
                "tiers[0].amount",
                "5000",
                "tiers[0].reward",
                "Tout");
        assertThat(refused.body())
                .contains("href=\"#f-tiers-0-amount\">Trop haut.")
                .contains("id=\"f-tiers-0-amount\"")
                .contains("value=\"5000\"");
    }

    @Test
    void leadsFromTheReviewToTheStepsThatAreToBeCorrected() {
        SERVICES.of(Service.CATALOG)
                .on("GET /v1/projects/p50", DRAFT)
                .on("POST /v1/projects/p50/submit", new Reply(422, "application/problem+json", """
                    {"type":"urn:quartier:problem:invalid-fields","title":"Des champs sont à corriger","status":422,"detail":"Corrigez.",
                     "errors":[{"field":"goal","code":"required","message":"À remplir."},
                               {"field":"tiers[1].reward","code":"required","message":"Dites quoi."}]}\
                    """, Map.of()));
        Page review = alexis.get("/mes-projets/p50/relecture");
        Page refused = alexis.submit(review, "/mes-projets/p50/relecture", "action", "submit");
        assertThat(refused.body())
                .contains("href=\"/mes-projets/p50/objectifs#f-goal\"")
                .contains("href=\"/mes-projets/p50/contreparties#f-tiers-1-reward\"");
    }

    @Test
    void saysWhichTextsAreNoAmounts() {
        SERVICES.of(Service.CATALOG).on("GET /v1/projects/p50", DRAFT);
        Page form = alexis.get("/mes-projets/p50/objectifs");
        Page refused = alexis.submit(
                form, "/mes-projets/p50/objectifs", "action", "save", "goal", "12,345", "durationDays", "long");
        assertThat(refused.body())
                .contains("href=\"#f-goal\">Écrivez un montant")
                .contains("href=\"#f-durationDays\">Écrivez un nombre entier")
                .contains("value=\"12,345\"");
        assertThat(SERVICES.of(Service.CATALOG).received("PUT", "/v1/projects/p50"))
                .isEmpty();
    }

    @Test
    void showsTheModeratorsNotesAtTheirFields() {
        Browser owner = signedIn("m-p21", "Nine");
        Page edit = owner.get("/mes-projets/p21/idee");
        assertThat(edit.body())
                .contains("Dites en une phrase ce que le quartier y gagne.")
                .contains("href=\"/mes-projets/p21/idee#f-pitch\"")
                .contains("Le devis du four manque");
    }

    @Test
    void sendsTheVersionThatWasEditedAndKeepsTheTextWhenItIsStale() {
        SERVICES.of(Service.CATALOG)
                .on("GET /v1/projects/p50", DRAFT)
                .on("PUT /v1/projects/p50", Reply.problem(412, "precondition-failed", "Version dépassée", "Relisez."));
        Page form = alexis.get("/mes-projets/p50/idee");
        Page stale = alexis.submit(
                form,
                "/mes-projets/p50/idee",
                "action",
                "save",
                "territory",
                "lyon",
                "version",
                "1",
                "title",
                "Mon texte");
        assertThat(stale.body()).contains("Version dépassée").contains("value=\"Mon texte\"");
        assertThat(SERVICES.of(Service.CATALOG)
                        .received("PUT", "/v1/projects/p50")
                        .getLast()
                        .header("If-Match"))
                .contains("\"1\"");
    }
}
