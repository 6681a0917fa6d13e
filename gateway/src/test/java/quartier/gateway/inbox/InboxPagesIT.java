package quartier.gateway.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import quartier.gateway.call.Service;
import quartier.gateway.testing.Browser;
import quartier.gateway.testing.FakeService;
import quartier.gateway.testing.FakeService.Reply;
import quartier.gateway.testing.GatewayIT;

class InboxPagesIT extends GatewayIT {

    private static final FakeService NOTIFICATION = SERVICES.of(Service.NOTIFICATION);

    @Test
    void noticesLeadToWhatTheyAreAbout() {
        var page = signedIn("m-alexis", "Alexis").get("/moi/avis");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Le Kfé du 33 est à mi-chemin", "href=\"/projets/le-kfe-du-33\"", "/moi/avis/no-1/lu")
                .doesNotContain("/moi/avis/no-2/lu", "??");
        assertThat(signedIn("m-alexis", "Alexis")
                        .preferring("en")
                        .get("/moi/avis")
                        .body())
                .doesNotContain("??");
    }

    @Test
    void aLongInboxHasASecondPage() {
        NOTIFICATION.on(
                "GET /v1/me/notices", "{\"items\":[{\"id\":\"no-3\",\"subject\":\"Un avis\"}],\"next\":\"c2\"}");
        Browser alexis = signedIn("m-alexis", "Alexis");

        assertThat(alexis.get("/moi/avis").body()).contains("/moi/avis?suite=c2");
        alexis.get("/moi/avis?suite=c2");

        assertThat(NOTIFICATION.received("GET", "/v1/me/notices").getLast().query())
                .contains("cursor=c2");
    }

    @Test
    void aMembersDataCanBeTakenAlongAndErasedOnPurposeOnly() {
        NOTIFICATION
                .on("GET /v1/me/export", "{\"follows\":[],\"notices\":[]}")
                .on("DELETE /v1/me/data", new Reply(204, "application/json", "", Map.of()));
        Browser alexis = signedIn("m-alexis", "Alexis");

        var file = alexis.get("/moi/avis.json");
        assertThat(file.body()).contains("\"notices\"");
        assertThat(file.header("Cache-Control")).contains("no-store");

        var unconfirmed = alexis.submit(alexis.get("/moi"), "/moi/donnees/effacer");
        assertThat(unconfirmed.body()).contains("Rien n’est effacé");
        assertThat(NOTIFICATION.received("DELETE", "/v1/me/data")).isEmpty();

        var erased = alexis.submit(alexis.get("/moi"), "/moi/donnees/effacer", "compris", "true");
        assertThat(erased.body()).contains("C’est effacé");
        assertThat(NOTIFICATION.received("DELETE", "/v1/me/data")).hasSize(1);
        assertThat(browser().stay("/moi/avis.json").status()).isEqualTo(302);
    }

    @Test
    void anEmptyInboxSaysSo() {
        NOTIFICATION.on("GET /v1/me/notices", "{\"items\":[]}");

        assertThat(signedIn("m-alexis", "Alexis").get("/moi/avis").body()).contains("class=\"empty\"");
    }

    @Test
    void linksThatLeaveTheSiteAreNoLinks() {
        NOTIFICATION.on(
                "GET /v1/me/notices",
                "{\"items\":[{\"id\":\"no-4\",\"subject\":\"Piège\",\"path\":\"//ailleurs.example/x\"}]}");

        assertThat(signedIn("m-alexis", "Alexis").get("/moi/avis").body())
                .contains("Piège")
                .doesNotContain("ailleurs.example");
    }

    @Test
    void aNoticeIsMarkedAsRead() {
        NOTIFICATION.on("POST /v1/me/notices/no-1/read", new Reply(204, "application/json", "", Map.of()));
        Browser alexis = signedIn("m-alexis", "Alexis");

        alexis.submit(alexis.get("/moi/avis"), "/moi/avis/no-1/lu");

        assertThat(NOTIFICATION.received("POST", "/v1/me/notices/no-1/read")).hasSize(1);
    }

    @Test
    void nobodyReadsAnInboxWithoutSigningIn() {
        assertThat(browser().stay("/moi/avis").header("Location")).contains("/oauth2/authorization/quartier");
    }
}
