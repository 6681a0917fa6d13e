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

final class ProposeIT extends GatewayIT {

    private static final String DRAFT = """
            {"id":"p50","slug":"le-lavoir","version":1,"state":"draft","territory":"lyon","title":"Le lavoir","owner":{"id":"m-alexis","name":"Alexis"}}""";

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
    void savesADraftAndOpensItAgain() {
        SERVICES.of(Service.CATALOG)
                .on("POST /v1/projects", new Reply(201, "application/json", DRAFT, Map.of()))
                .on("GET /v1/projects/p50", DRAFT);
        Page form = alexis.get("/proposer?territoire=lyon");
        Page saved = alexis.submit(
                form,
                "/proposer",
                "action",
                "save",
                "territory",
                "lyon",
                "idempotencyKey",
                form.idempotencyKey(),
                "title",
                "Le lavoir",
                "goal",
                "1 250,50",
                "durationDays",
                "45",
                "stretchGoals[0]",
                "",
                "tiers[0].amount",
                "5",
                "tiers[0].reward",
                "Un café",
                "tiers[1].amount",
                "",
                "tiers[1].reward",
                "",
                "needs[0].kind",
                "tool",
                "needs[0].title",
                "",
                "needs[0].quantity",
                "1");
        assertThat(saved.path()).isEqualTo("/mes-projets/p50");
        assertThat(saved.body()).contains("Le brouillon est enregistré").contains("value=\"Le lavoir\"");
        Received sent =
                SERVICES.of(Service.CATALOG).received("POST", "/v1/projects").getLast();
        assertThat(sent.header("Idempotency-Key")).contains(form.idempotencyKey());
        assertThat(sent.body())
                .contains("\"goal\":{\"amount\":125050,\"currency\":\"EUR\"}")
                .contains("\"durationDays\":45")
                .contains("\"tiers\":[{\"amount\":{\"amount\":500,\"currency\":\"EUR\"},\"reward\":\"Un café\"}]")
                .contains("\"needs\":[]")
                .contains("\"stretchGoals\":[]");
    }

    @Test
    void addsAndRemovesRowsWithoutScript() {
        Page form = alexis.get("/proposer?territoire=lyon");
        Page more = alexis.submit(
                form,
                "/proposer",
                "action",
                "add-tiers",
                "territory",
                "lyon",
                "title",
                "Le lavoir",
                "tiers[0].amount",
                "5",
                "tiers[0].reward",
                "Un café");
        assertThat(more.body())
                .contains("name=\"tiers[1].amount\"")
                .contains("value=\"Un café\"")
                .contains("value=\"Le lavoir\"");
        Page fewer = alexis.submit(
                more,
                "/proposer",
                "action",
                "remove-tiers-0",
                "territory",
                "lyon",
                "tiers[0].reward",
                "Un café",
                "tiers[1].reward",
                "Deux cafés");
        assertThat(fewer.body()).doesNotContain("value=\"Un café\"").contains("value=\"Deux cafés\"");
        assertThat(SERVICES.of(Service.CATALOG).received("POST", "/v1/projects"))
                .isEmpty();
    }

    @Test
    void listsTheServicesErrorsOnTopAndAtTheirFields() {
        SERVICES.of(Service.CATALOG).on("POST /v1/projects", new Reply(422, "application/problem+json", """
                {"type":"urn:quartier:problem:invalid-fields","title":"Des champs sont à corriger","status":422,"detail":"Corrigez.",
                 "errors":[{"field":"goal","code":"above-cap","message":"L’objectif dépasse 15 000 €."},
                           {"field":"tiers[0].amount","code":"x","message":"Trop haut."}]}""", Map.of()));
        Page form = alexis.get("/proposer?territoire=lyon");
        Page refused = alexis.submit(
                form,
                "/proposer",
                "action",
                "save",
                "territory",
                "lyon",
                "idempotencyKey",
                form.idempotencyKey(),
                "goal",
                "99999",
                "tiers[0].amount",
                "5000",
                "tiers[0].reward",
                "Tout");
        assertThat(refused.body())
                .contains("href=\"#f-goal\">L’objectif dépasse 15 000 €.")
                .contains("href=\"#f-tiers-0-amount\">Trop haut.")
                .contains("id=\"f-tiers-0-amount\"")
                .contains("value=\"99999\"");
        assertThat(refused.idempotencyKey()).isNotEqualTo(form.idempotencyKey());
    }

    @Test
    void saysWhichTextsAreNoAmounts() {
        Page form = alexis.get("/proposer?territoire=lyon");
        Page refused = alexis.submit(
                form, "/proposer", "action", "save", "territory", "lyon", "goal", "12,345", "durationDays", "long");
        assertThat(refused.body())
                .contains("href=\"#f-goal\">Écrivez un montant")
                .contains("href=\"#f-durationDays\">Écrivez un nombre entier")
                .contains("value=\"12,345\"");
        assertThat(SERVICES.of(Service.CATALOG).received("POST", "/v1/projects"))
                .isEmpty();
    }

    @Test
    void showsTheModeratorsNotesAtTheirFields() {
        Browser owner = signedIn("m-p21", "Nine");
        Page edit = owner.get("/mes-projets/p21");
        assertThat(edit.body())
                .contains("Dites en une phrase ce que le quartier y gagne.")
                .contains("href=\"#f-pitch\"")
                .contains("Le devis du four manque");
    }

    @Test
    void sendsTheVersionThatWasEditedAndKeepsTheTextWhenItIsStale() {
        SERVICES.of(Service.CATALOG)
                .on("GET /v1/projects/p50", DRAFT)
                .on("PUT /v1/projects/p50", Reply.problem(412, "precondition-failed", "Version dépassée", "Relisez."));
        Page form = alexis.get("/mes-projets/p50");
        Page stale = alexis.submit(
                form, "/mes-projets/p50", "action", "save", "territory", "lyon", "version", "1", "title", "Mon texte");
        assertThat(stale.body()).contains("Version dépassée").contains("value=\"Mon texte\"");
        assertThat(SERVICES.of(Service.CATALOG)
                        .received("PUT", "/v1/projects/p50")
                        .getLast()
                        .header("If-Match"))
                .contains("\"1\"");
    }

    @Test
    void hidesAProjectFromWhoeverIsNotItsOwner() {
        assertThat(alexis.get("/mes-projets/p21").status()).isEqualTo(404);
        assertThat(alexis.get("/mes-projets/p21/tableau").status()).isEqualTo(404);
    }

    @Test
    void launchesWithOneButton() {
        String approved = DRAFT.replace("\"draft\"", "\"approved\"");
        SERVICES.of(Service.CATALOG).on("GET /v1/projects/p50", approved).on("POST /v1/projects/p50/launch", "{}");
        SERVICES.of(Service.PLEDGE).on("GET /v1/me/payee", "{\"status\":\"unregistered\"}");
        assertThat(alexis.get("/mes-projets/p50/tableau").body())
                .contains("Faire vérifier mon identité")
                .doesNotContain("Lancer la collecte");
        SERVICES.of(Service.PLEDGE).on("GET /v1/me/payee", "{\"status\":\"verified\"}");
        Page dashboard = alexis.get("/mes-projets/p50/tableau");
        assertThat(dashboard.body()).contains("Lancer la collecte");
        Page after = alexis.submit(dashboard, "/mes-projets/p50/etapes/lancer");
        assertThat(after.body()).contains("La collecte est lancée");
        assertThat(SERVICES.of(Service.CATALOG).received("POST", "/v1/projects/p50/launch"))
                .hasSize(1);
    }
}
