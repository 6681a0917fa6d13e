package quartier.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import quartier.local.store.DocumentStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IdentityIT {

    private static final String REDIRECT = "http://localhost:8080/login/oauth2/code/quartier";

    @TempDir
    static Path folder;

    static DocumentStore store;
    static ConfigurableApplicationContext application;
    static String base;

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeAll
    static void start() {
        store = new DocumentStore();
        application = new SpringApplication(IdentityApplication.class)
                .run(
                        "--spring.config.name=identity",
                        "--server.port=0",
                        "--management.server.port=0",
                        "--quartier.mail.smtp-port=0",
                        "--spring.mongodb.uri=" + store.uri(),
                        "--quartier.identity.client-secret=s3cret",
                        "--quartier.identity.key-file=" + folder.resolve("secrets/key.json"));
        base = "http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port");
    }

    @AfterAll
    static void stop() {
        application.close();
        store.close();
    }

    @Test
    void signsADemoPersonInAndTellsHerRolesToTheServices() throws Exception {
        var signIn = get(authorizeAddress());
        assertThat(signIn.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in"));
        assertThat(get("/sign-in").body()).contains("nadia", "quartier");

        var answer = post("/sign-in", Map.of("username", "nadia", "password", "quartier"));
        var tokens =
                exchange(codeFrom(get(answer.headers().firstValue("Location").orElseThrow())));

        JWTClaimsSet access = claims(tokens, "access_token");
        assertThat(access.getSubject()).isEqualTo("m-nadia");
        assertThat(access.getAudience()).containsExactly("quartier");
        assertThat(access.getStringListClaim("roles")).containsExactly("moderator:lyon");
        assertThat(access.getStringClaim("locale")).isEqualTo("fr");
        assertThat(access.getStringClaim("name")).isEqualTo("Nadia Benali");
        assertThat(claims(tokens, "id_token").getAudience()).containsExactlyInAnyOrder("quartier", "gateway");
        assertThat(tokens.has("refresh_token")).isTrue();
    }

    @Test
    void whoSignsUpIsSignedInAndComesBackWithTheirPassword() throws Exception {
        get(authorizeAddress());
        get("/sign-up");
        var answer = post(
                "/sign-up",
                Map.of(
                        "name", "Zoé Ngo",
                        "email", "Zoe@example.org",
                        "password", "mot de passe",
                        "language", "en"));
        var tokens =
                exchange(codeFrom(get(answer.headers().firstValue("Location").orElseThrow())));
        JWTClaimsSet access = claims(tokens, "access_token");
        assertThat(access.getSubject()).startsWith("m-").doesNotContainIgnoringCase("zoe");
        assertThat(access.getStringClaim("email")).isEqualTo("zoe@example.org");
        assertThat(access.getStringListClaim("roles")).isEmpty();

        var again = new IdentityIT();
        again.get(authorizeAddress());
        again.get("/sign-in");
        var back = again.post("/sign-in", Map.of("username", "ZOE@example.org ", "password", "mot de passe"));
        assertThat(claims(
                                again.exchange(again.codeFrom(again.get(
                                        back.headers().firstValue("Location").orElseThrow()))),
                                "access_token")
                        .getSubject())
                .isEqualTo(access.getSubject());
    }

    @Test
    void refusesAnAddressThatHasAnAccountAndAPasswordThatIsTooShort() throws Exception {
        get("/sign-up");
        var taken = post(
                "/sign-up",
                Map.of("name", "N", "email", "nadia@quartier.example", "password", "long enough", "language", "fr"));
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(taken.body()).contains("a déjà un compte");
        var shortPassword =
                post("/sign-up", Map.of("name", "N", "email", "n@example.org", "password", "short", "language", "fr"));
        assertThat(shortPassword.statusCode()).isEqualTo(422);
        assertThat(shortPassword.body()).contains("Entre 8 et 72").doesNotContain("value=\"short\"");
    }

    @Test
    void refusesAWrongPasswordInTheReadersLanguage() throws Exception {
        get("/sign-in?lang=en");
        var answer = post("/sign-in", Map.of("username", "nadia", "password", "wrong"));
        assertThat(get(answer.headers().firstValue("Location").orElseThrow()).body())
                .contains("The address or the password is not right.");
    }

    @Test
    void keepsItsKeyFromOtherUsersOfTheMachine() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets/key.json"))))
                .isEqualTo("rw-------");
    }

    private String authorizeAddress() {
        return "/oauth2/authorize?response_type=code&client_id=gateway&state=s&nonce=n&scope=openid%20profile%20email"
                + "&redirect_uri=" + encoded(REDIRECT);
    }

    private String codeFrom(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith(REDIRECT);
        var code = Pattern.compile("[?&]code=([^&]+)").matcher(location);
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private JsonNode exchange(String code) throws Exception {
        String basic = Base64.getEncoder().encodeToString("gateway:s3cret".getBytes(StandardCharsets.UTF_8));
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(base + "/oauth2/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "grant_type=authorization_code&code=" + code + "&redirect_uri=" + encoded(REDIRECT)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static JWTClaimsSet claims(JsonNode tokens, String name) throws Exception {
        return SignedJWT.parse(tokens.get(name).asString()).getJWTClaimsSet();
    }

    private String lastPage = "";

    private HttpResponse<String> get(String address) throws Exception {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(address.startsWith("/") ? base + address : address))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        lastPage = answer.body();
        return answer;
    }

    /** Sends the form of the page that was read last, with its hidden token. */
    private HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(lastPage);
        assertThat(token.find()).isTrue();
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&", "_csrf=" + encoded(token.group(1)) + "&", ""));
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (!answer.body().isEmpty()) {
            lastPage = answer.body();
        }
        return answer;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
