package quartier.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import quartier.gateway.call.Service;
import quartier.gateway.testing.Browser;
import quartier.gateway.testing.Browser.Page;
import quartier.gateway.testing.FakeService.Received;
import quartier.gateway.testing.FakeService.Reply;
import quartier.gateway.testing.GatewayIT;

final class SignInIT extends GatewayIT {

    @Test
    void signsInOnTheWayToAPageAndComesBackToIt() {
        ISSUER.person("m-remi", "Rémi Dubois");
        Browser remi = browser();
        Page account = remi.get("/moi");
        assertThat(account.status()).isEqualTo(200);
        assertThat(account.path()).isEqualTo("/moi");
        assertThat(account.body()).contains("Bonjour, Rémi Dubois");
    }

    @Test
    void tellsNotificationWhereTheMemberReads() {
        signedIn("m-remi", "Rémi Dubois");
        Received contact = SERVICES.of(Service.NOTIFICATION)
                .received("PUT", "/v1/me/contact")
                .getLast();
        assertThat(contact.header("Authorization").orElse("")).startsWith("Bearer ");
        assertThat(contact.body())
                .contains("m-remi@exemple.fr")
                .contains("Rémi Dubois")
                .contains("\"fr\"");
    }

    @Test
    void signsInEvenWhileNotificationIsAway() {
        SERVICES.of(Service.NOTIFICATION).on("PUT /v1/me/contact", Reply.problem(500, "internal-error", "Non", "Non"));
        assertThat(signedIn("m-remi", "Rémi Dubois").get("/moi").status()).isEqualTo(200);
    }

    @Test
    void showsEachRoleItsWays() {
        assertThat(signedIn("m-remi", "Rémi").get("/").body())
                .doesNotContain("/relecture")
                .doesNotContain("/veille");
        assertThat(signedIn("m-nadia", "Nadia", "moderator:lyon").get("/").body())
                .contains("/relecture");
        assertThat(signedIn("m-ines", "Inès", "supporter-agent:ville-de-lyon")
                        .get("/")
                        .body())
                .contains("/veille");
    }

    @Test
    void keepsTheSessionInACookieThatScriptsCannotRead() {
        Page start = browser().stay("/oauth2/authorization/quartier");
        List<String> cookies = start.response().headers().allValues("Set-Cookie");
        assertThat(cookies)
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("quartier=")
                        .contains("HttpOnly")
                        .containsIgnoringCase("SameSite=Lax"));
    }

    @Test
    void refusesAFormThatAnotherSiteMade() {
        Browser alexis = signedIn("m-alexis", "Alexis Morel");
        Page forged = alexis.forge("/projets/le-kfe-du-33/suivre");
        assertThat(forged.status()).isEqualTo(403);
        assertThat(SERVICES.of(Service.NOTIFICATION).received("PUT", "/v1/me/follows/p1"))
                .isEmpty();
    }

    @Test
    void followsWhenTheFormIsOurs() {
        Browser alexis = signedIn("m-alexis", "Alexis Morel");
        Page after = alexis.submit(alexis.get("/projets/le-kfe-du-33"), "/projets/le-kfe-du-33/suivre");
        assertThat(after.body()).contains("Vous suivez ce projet");
        assertThat(SERVICES.of(Service.NOTIFICATION).received("PUT", "/v1/me/follows/p1"))
                .hasSize(1);
    }

    @Test
    void explainsThatTheSessionExpiredWhenAFormComesTooLate() {
        Browser alexis = signedIn("m-alexis", "Alexis Morel");
        Page form = alexis.get("/projets/le-kfe-du-33");
        alexis.forgetCookie("quartier");
        Page late = alexis.submit(form, "/projets/le-kfe-du-33/suivre");
        assertThat(late.status()).isEqualTo(403);
        assertThat(late.body()).contains("Votre session a expiré").contains("/oauth2/authorization/quartier");
    }

    @Test
    void refreshesTheTokenThatIsAboutToExpire() {
        ISSUER.tokenLife(Duration.ofSeconds(10));
        Browser alexis = signedIn("m-alexis", "Alexis Morel");
        ISSUER.http().forget();
        assertThat(alexis.get("/moi").status()).isEqualTo(200);
        assertThat(ISSUER.http().received("POST", "/oauth2/token"))
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.body()).contains("grant_type=refresh_token"));
    }

    @Test
    void asksToSignInAgainWhenTheTokenCanNoLongerBeRefreshed() {
        ISSUER.tokenLife(Duration.ofSeconds(10));
        Browser alexis = signedIn("m-alexis", "Alexis Morel");
        ISSUER.http()
                .on(
                        "POST /oauth2/token",
                        new Reply(400, "application/json", "{\"error\":\"invalid_grant\"}", java.util.Map.of()));
        Page sent = alexis.stay("/moi");
        assertThat(sent.status()).isEqualTo(302);
        assertThat(sent.header("Location")).startsWith(ISSUER.address() + "/oauth2/authorize");
    }

    @Test
    void asksToSignInAgainWhenAServiceNoLongerTakesTheToken() {
        ISSUER.issuedAgo(Duration.ofMinutes(5));
        Browser alexis = signedIn("m-alexis", "Alexis Morel");
        SERVICES.of(Service.NOTIFICATION).on("GET /v1/me/notices", Reply.problem(401, "unauthenticated", "Non", "Non"));
        Page sent = alexis.stay("/moi/avis");
        assertThat(sent.status()).isEqualTo(302);
        assertThat(sent.header("Location")).endsWith("/oauth2/authorization/quartier");
        assertThat(alexis.get("/moi/avis").status())
                .as("signed in anew, refused anew, sent round no more")
                .isEqualTo(403);
    }

    @Test
    void signsOutHereAndAtTheIssuer() {
        Browser alexis = signedIn("m-alexis", "Alexis Morel");
        Page out = alexis.submitAndStay(alexis.get("/"), "/deconnexion");
        assertThat(out.status()).isEqualTo(302);
        assertThat(out.header("Location"))
                .startsWith(ISSUER.address() + "/connect/logout")
                .contains("id_token_hint=");
        assertThat(alexis.get("/").body()).contains("Se connecter");
    }

    @Test
    void deniesWhatAServiceDenies() {
        Browser remi = signedIn("m-remi", "Rémi");
        SERVICES.of(Service.CATALOG).on("GET /v1/review", Reply.problem(403, "forbidden", "Non", "Non"));
        Page page = remi.get("/relecture");
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).contains("Accès refusé");
    }
}
