package quartier.gateway.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quartier.gateway.call.Service;
import quartier.gateway.testing.Browser;
import quartier.gateway.testing.Browser.Page;
import quartier.gateway.testing.FakeService.Reply;
import quartier.gateway.testing.GatewayIT;

final class ToldPagesIT extends GatewayIT {

    private static final String DRAFT = """
        {"id":"p50","slug":"le-lavoir","version":1,"state":"draft","territory":"lyon","title":"Le lavoir","pitch":"Pour tous","owner":{"id":"m-alexis","name":"Alexis"}}\
        """;
    private static final String OUTCOMES = """
        {"items":[
         {"rail":{"id":"goal-cap","title":"Un petit projet","text":"Peu.","judgedBy":"check"},"outcome":"broken","clues":[],"broken":[{"field":"goal","code":"goal-over-cap","message":"L’objectif dépasse 15 000 €."}]},
         {"rail":{"id":"complete","title":"Complet","text":"Tout.","judgedBy":"check"},"outcome":"broken","clues":[],"broken":[{"field":"durationDays","code":"required","message":"À remplir."},{"field":"story","code":"x","message":"Le récit est trop long."}]},
         {"rail":{"id":"gifts-only","title":"Ni prêt","text":"On donne.","judgedBy":"both"},"outcome":"look","broken":[],"clues":[{"field":"story","words":"3 % <b>d'intérêts</b>"}]}]}\
        """;

    private Browser alexis;

    @BeforeEach
    void signIn() {
        alexis = signedIn("m-alexis", "Alexis Morel");
        SERVICES.of(Service.CATALOG).on("GET /v1/projects/p50", DRAFT).on("POST /v1/guardrails/check", OUTCOMES);
    }

    @Test
    void tellsWhatTheStepBreaksAndStoresNothing() {
        Page form = alexis.get("/mes-projets/p50/objectifs");
        assertThat(form.body())
                .contains("data-told=\"/mes-projets/p50/objectifs/regles\"", "aria-live=\"polite\"", "/assets/told.js");
        assertThat(alexis.get("/assets/told.js").status()).isEqualTo(200);

        Page told = alexis.submit(form, "/mes-projets/p50/objectifs/regles", "version", "1", "goal", "90 000");

        assertThat(told.body())
                .contains("L’objectif dépasse 15 000 €.")
                .as("neither other steps nor what is still empty, nor a whole page")
                .doesNotContain("récit", "À remplir", "<html", "??");
        assertThat(SERVICES.of(Service.CATALOG)
                        .received("POST", "/v1/guardrails/check")
                        .getLast()
                        .body())
                .contains("\"title\":\"Le lavoir\"", "9000000");
        assertThat(SERVICES.of(Service.CATALOG).received("PUT", "/v1/projects/p50"))
                .isEmpty();
    }

    @Test
    void tellsInTheReadersLanguageWhichWordsAReviewerWillLookAt() {
        alexis.preferring("en");
        Page form = alexis.get("/mes-projets/p50/recit");

        Page told = alexis.submit(form, "/mes-projets/p50/recit/regles", "story", "3 % d'intérêts");

        assertThat(told.body()).contains("To be looked at", "&lt;b&gt;").doesNotContain("<b>", "L’objectif", "??");
    }

    @Test
    void tellsOfAnIdeaBeforeThereIsADraft() {
        Page form = alexis.get("/proposer?territoire=lyon");
        assertThat(form.body()).contains("data-told=\"/proposer/regles\"");

        alexis.submit(form, "/proposer/regles", "territory", "lyon", "title", "Le lavoir");

        assertThat(SERVICES.of(Service.CATALOG)
                        .received("POST", "/v1/guardrails/check")
                        .getLast()
                        .body())
                .contains("\"territory\":\"lyon\"");
        assertThat(SERVICES.of(Service.CATALOG).received("POST", "/v1/projects"))
                .isEmpty();
    }

    @Test
    void saysWhatIsNoAmountAndIsSilentWhereTheCatalogCannotReadOrIsAway() {
        SERVICES.of(Service.CATALOG)
                .on("POST /v1/guardrails/check", new Reply(500, "application/json", "{}", Map.of()));
        Page form = alexis.get("/mes-projets/p50/objectifs");

        Page told = alexis.submit(form, "/mes-projets/p50/objectifs/regles", "goal", "12,345");
        Page silent = alexis.submit(form, "/mes-projets/p50/objectifs/regles", "goal", "12");

        assertThat(told.body()).contains("Écrivez un montant");
        assertThat(silent.status()).isEqualTo(200);
        assertThat(silent.body()).isBlank();
    }

    @Test
    void isForThoseWhoCarryTheProjectAndForTheirOwnPagesOnly() {
        Browser stranger = signedIn("m-zoe", "Zoé");
        Page anyForm = stranger.get("/proposer?territoire=lyon");

        assertThat(stranger.submit(anyForm, "/mes-projets/p50/objectifs/regles", "goal", "12")
                        .status())
                .isEqualTo(404);
        assertThat(alexis.forge("/mes-projets/p50/objectifs/regles", "goal", "12")
                        .body())
                .doesNotContain("L’objectif");
        assertThat(SERVICES.of(Service.CATALOG).received("POST", "/v1/guardrails/check"))
                .isEmpty();
    }
}
