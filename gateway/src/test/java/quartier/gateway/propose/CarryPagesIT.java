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

/** Who carries a project: its team, its pictures, its launch, and nobody else. */
final class CarryPagesIT extends GatewayIT {

    private static final String DRAFT = ProposeIT.DRAFT;

    private Browser alexis;

    @BeforeEach
    void signIn() {
        alexis = signedIn("m-alexis", "Alexis Morel");
    }

    @Test
    void opensThePagesOfATeamToItsEditorsAndSubmissionToItsOwnersOnly() {
        SERVICES.of(Service.CATALOG)
                .on(
                        "GET /v1/projects/p50",
                        DRAFT.replace(
                                "\"owner\"",
                                "\"team\":[{\"id\":\"m-ines\",\"name\":\"Inès\",\"role\":\"editor\"}],\"owner\""));
        Browser ines = signedIn("m-ines", "Inès");
        assertThat(ines.get("/mes-projets/p50/recit").status()).isEqualTo(200);
        assertThat(ines.get("/mes-projets/p50/relecture").body())
                .contains("Seul un porteur peut envoyer")
                .doesNotContain("value=\"submit\"");
        assertThat(ines.get("/mes-projets/p50/equipe").body()).contains("Quitter l’équipe");
        assertThat(signedIn("m-said", "Saïd").get("/mes-projets/p50/recit").status())
                .isEqualTo(404);
    }

    @Test
    void showsAnInvitationsLinkOnceAndJoinsOnlyByAButton() {
        SERVICES.of(Service.CATALOG)
                .on("GET /v1/projects/p50", DRAFT)
                .on(
                        "POST /v1/projects/p50/invitations",
                        new Reply(201, "application/json", "{\"id\":\"i1\",\"token\":\"s3cret\"}", Map.of()))
                .on("POST /v1/projects/p50/team", DRAFT);
        Page team = alexis.get("/mes-projets/p50/equipe");
        Page invited = alexis.submit(team, "/mes-projets/p50/equipe/invitations", "role", "editor");
        assertThat(invited.body()).contains("/invitations/p50/s3cret");
        assertThat(alexis.get("/mes-projets/p50/equipe").body()).doesNotContain("s3cret");

        Browser ines = signedIn("m-ines", "Inès");
        Page invitation = ines.get("/invitations/p50/s3cret");
        assertThat(SERVICES.of(Service.CATALOG).received("POST", "/v1/projects/p50/team"))
                .isEmpty();
        ines.submit(invitation, "/invitations/p50/s3cret");
        assertThat(SERVICES.of(Service.CATALOG)
                        .received("POST", "/v1/projects/p50/team")
                        .getLast()
                        .body())
                .contains("s3cret");
        SERVICES.of(Service.CATALOG)
                .on("POST /v1/projects/p50/team", Reply.problem(409, "invitation-used", "Déjà acceptée", "Une fois."));
        assertThat(ines.submit(invitation, "/invitations/p50/s3cret").body()).contains("Déjà acceptée");
    }

    @Test
    void sendsAPictureWithItsWordsAndRefusesFiftyMegabytesBeforeReadingThem() {
        SERVICES.of(Service.CATALOG).on("GET /v1/projects/p50", DRAFT).on("POST /v1/projects/p50/pictures", DRAFT);
        Page form = alexis.get("/mes-projets/p50/recit");
        Page sent = alexis.upload(form, "/mes-projets/p50/images", "description", "La salle", new byte[2_000_000]);
        assertThat(sent.status()).isEqualTo(302);
        Received picture = SERVICES.of(Service.CATALOG)
                .received("POST", "/v1/projects/p50/pictures")
                .getLast();
        assertThat(picture.query()).contains("alternative=La%20salle");
        assertThat(picture.body()).hasSize(2_000_000);

        Page tooLarge = alexis.upload(form, "/mes-projets/p50/images", "description", "x", new byte[50_000_000]);
        assertThat(tooLarge.status()).isEqualTo(303);
        assertThat(alexis.get(tooLarge.header("Location")).body()).contains("Une image pèse 5 Mo au plus");
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
