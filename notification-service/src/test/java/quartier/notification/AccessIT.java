package quartier.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import quartier.testing.Endpoints;
import quartier.testing.TestEvents;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;

@NotificationIT
class AccessIT {

    private final ApplicationContext context;
    private final TestHttp http;
    private final TestTokens tokens;
    private final Neighbourhood lyon;

    @Autowired
    AccessIT(ApplicationContext context, TestHttp http, TestTokens tokens, TestEvents events) {
        this.context = context;
        this.http = http;
        this.tokens = tokens;
        this.lyon = new Neighbourhood(events, tokens, http);
    }

    @Test
    void declaresTheRolesOfEveryEndpoint() {
        assertThat(Endpoints.withoutRoles(context)).isEmpty();
    }

    @Test
    void describesEveryEndpoint() {
        assertThat(Endpoints.differencesFromContract(context)).isEmpty();
    }

    @Test
    void keepsSomebodyElsesInboxClosed() {
        lyon.launched();
        var notice = lyon.inbox("alexis", "fr", 1).getFirst();
        String read = "/v1/me/notices/" + notice.path("id").asString() + "/read";

        assertThat(lyon.as("remi").get("/v1/me/notices").json().path("items")).isEmpty();
        assertThat(lyon.as("remi").post(read).problem()).isEqualTo("not-found");
        assertThat(lyon.as("alexis")
                        .get("/v1/me/notices/unread-count")
                        .json()
                        .path("count")
                        .asInt())
                .isEqualTo(1);
        assertThat(lyon.as("alexis").post(read).status()).isEqualTo(204);
        assertThat(lyon.as("alexis").post(read).status()).isEqualTo(204);
        assertThat(lyon.as("alexis")
                        .get("/v1/me/notices/unread-count")
                        .json()
                        .path("count")
                        .asInt())
                .isZero();
    }

    @Test
    void asksForAValidToken() {
        assertThat(http.get("/v1/me/notices").status()).isEqualTo(401);
        assertThat(http.as(tokens.expired("remi")).get("/v1/me/notices").problem())
                .isEqualTo("unauthenticated");
        assertThat(http.as(tokens.forged("remi")).get("/v1/me/follows").problem())
                .isEqualTo("unauthenticated");
        assertThat(http.as(tokens.forAnotherAudience("remi"))
                        .get("/v1/me/contact")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void takesOnlyTheCallersOwnAddress() {
        assertThat(lyon.as("remi").get("/v1/me/contact").problem()).isEqualTo("not-found");

        var refused = lyon.as("remi")
                .put("/v1/me/contact", Map.of("email", "nadia@example.org", "name", "Rémi", "language", "fr"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("invalid-fields");
        assertThat(refused.at("/errors/0/code")).isEqualTo("not-your-address");
        assertThat(lyon.as("remi").get("/v1/me/contact").status()).isEqualTo(404);
    }

    @Test
    void refusesAContactThatIsNoneWithoutLosingTheOldOne() {
        lyon.reachable("remi", "en");
        var wrong = Map.of("email", lyon.address("remi"), "name", "", "language", "de");

        assertThat(lyon.as("remi").put("/v1/me/contact", wrong).problem()).isEqualTo("invalid-fields");
        assertThat(lyon.as("remi").put("/v1/me/contact", "{\"email\":").problem())
                .isEqualTo("malformed-request");
        assertThat(lyon.as("remi").put("/v1/me/contact", "x".repeat(10_000_000)).status())
                .isEqualTo(413);
        assertThat(lyon.as("remi").get("/v1/me/contact").at("/language")).isEqualTo("en");
    }

    @Test
    void pagesTheInboxWithoutGapsOrRepetitions() {
        lyon.launched();
        lyon.project("suspended", Map.of("reason", "À vérifier"));
        lyon.project("resumed", Map.of());
        lyon.inbox("alexis", "fr", 3);

        var first = lyon.as("alexis").get("/v1/me/notices?limit=2");
        var second = lyon.as("alexis").get("/v1/me/notices?limit=2&cursor=" + first.at("/next"));

        assertThat(first.at("/items/0/kind")).isEqualTo("resumed");
        assertThat(first.at("/items/1/kind")).isEqualTo("suspended");
        assertThat(second.at("/items/0/kind")).isEqualTo("launched");
        assertThat(second.json().has("next")).isFalse();
        assertThat(lyon.as("alexis").get("/v1/me/notices?cursor=!").problem()).isEqualTo("malformed-request");
    }
}
