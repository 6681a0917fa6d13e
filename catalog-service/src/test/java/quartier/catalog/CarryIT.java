package quartier.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.catalog.CatalogDriver.form;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import quartier.testing.Answer;
import quartier.testing.EventContracts;
import quartier.testing.QuartierIT;
import quartier.testing.SeenEvent;
import quartier.testing.TestEvents;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;

/** A team carries a project: it joins by links, hangs pictures and answers questions. */
@QuartierIT
class CarryIT {

    private final TestHttp http;
    private final TestTokens tokens;
    private final TestEvents events;
    private final CatalogDriver catalog;

    @Autowired
    CarryIT(TestHttp http, TestTokens tokens, TestEvents events) {
        this.events = events;
        this.http = http;
        this.tokens = tokens;
        this.catalog = new CatalogDriver(http, tokens);
    }

    @Test
    void aMemberJoinsByALinkThatWorksOnce() {
        String path = "/v1/projects/" + catalog.draft(form());
        Answer invitation = catalog.owner().post(path + "/invitations", Map.of("role", "editor"));
        assertThat(invitation.status()).isEqualTo(201);
        var token = Map.of("token", invitation.at("/token"));

        assertThat(as("ines").get(path).status()).isEqualTo(404);
        assertThat(as("ines").post(path + "/team", token).status()).isEqualTo(200);

        assertThat(as("ines").get(path).at("/team/0/role")).isEqualTo("editor");
        assertThat(as("ines").get("/v1/me/projects").body()).contains(path.substring(13));
        Answer read = as("ines").get(path);
        assertThat(as("ines")
                        .with("If-Match", String.valueOf(read.header("ETag")))
                        .put(path, CatalogDriver.formWith("title", "À deux"))
                        .status())
                .isEqualTo(200);
        assertThat(as("ines").post(path + "/submit").problem()).isEqualTo("not-the-owner");
        assertThat(as("remi").post(path + "/team", token).problem()).isEqualTo("invitation-used");
        assertThat(as("remi").post(path + "/team", Map.of("token", "guessed")).problem())
                .isEqualTo("invitation-unknown");
        assertThat(as("remi").post("/v1/projects/none/team", token).problem()).isEqualTo("invitation-unknown");
        assertThat(catalog.owner().get(path).body())
                .as("the token is kept nowhere")
                .doesNotContain(invitation.at("/token"));
        assertThat(as("ines").delete(path + "/team/m-ines").status()).isEqualTo(204);
        assertThat(as("ines").get(path).status()).isEqualTo(404);
    }

    @Test
    void aPictureIsShownUnderAnAddressThatNeverChanges() throws IOException {
        String path = "/v1/projects/" + catalog.draft(form());
        byte[] png = png(900, 600);

        Answer hung = pictures(catalog.owner()).post(path + "/pictures?alternative=La%20salle", png);

        assertThat(hung.status()).isEqualTo(200);
        String id = hung.at("/pictures/0/id");
        assertThat(hung.at("/pictures/0/alternative")).isEqualTo("La salle");
        Answer print = http.get("/v1/pictures/" + id + "/small.jpg");
        assertThat(print.status()).isEqualTo(200);
        assertThat(print.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(print.header("Cache-Control")).contains("immutable").contains("public");
        assertThat(print.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(http.get("/v1/pictures/" + id + "/huge.jpg").status()).isEqualTo(404);
        assertThat(pictures(catalog.owner())
                        .post(path + "/pictures?alternative=La%20salle", png)
                        .json()
                        .path("pictures"))
                .as("the same file is the same picture")
                .hasSize(1);
        assertThat(pictures(as("remi"))
                        .post(path + "/pictures?alternative=x", png)
                        .status())
                .isEqualTo(404);

        assertThat(catalog.owner().delete(path + "/pictures/" + id).json().path("pictures"))
                .isEmpty();
        assertThat(http.get("/v1/pictures/" + id + "/small.jpg").status()).isEqualTo(404);
    }

    @Test
    void refusesBombsScriptsAndFiftyMegabytes() throws IOException {
        String path = "/v1/projects/" + catalog.draft(form()) + "/pictures";
        byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
                .getBytes(StandardCharsets.UTF_8);
        TestHttp owner = pictures(catalog.owner());

        assertThat(owner.post(path + "?alternative=x", svg).at("/errors/0/code"))
                .isEqualTo("not-a-picture");
        assertThat(owner.post(path, png(10, 10)).at("/errors/0/field")).isEqualTo("alternative");
        assertThat(owner.post(path + "?alternative=x", new byte[5 * 1024 * 1024 + 1])
                        .problem())
                .isEqualTo("picture-too-large");
        assertThat(owner.post(path + "?alternative=x", new byte[7 * 1024 * 1024])
                        .problem())
                .isEqualTo("body-too-large");
        assertThat(catalog.owner()
                        .with("Content-Type", "image/svg+xml")
                        .post(path + "?alternative=x", svg)
                        .problem())
                .isEqualTo("unsupported-media-type");
    }

    @Test
    void questionsAreAskedByMembersAndAnsweredByTheTeam() {
        String path = "/v1/projects/" + catalog.launched() + "/questions";

        Answer asked = as("remi").withKey().post(path, Map.of("text", "<b>Ouvert</b> le dimanche ?"));
        assertThat(asked.status()).isEqualTo(201);
        String question = path + "/" + asked.at("/id");
        assertThat(as("ines").put(question + "/answer", Map.of("text", "Oui")).problem())
                .isEqualTo("not-the-owner");
        assertThat(catalog.owner()
                        .put(question + "/answer", Map.of("text", "Oui."))
                        .status())
                .isEqualTo(200);
        assertThat(http.get(path).at("/items/0/answer/text")).isEqualTo("Oui.");
        assertThat(http.get(path).at("/items/0/own")).isEqualTo("false");
        assertThat(catalog.owner().delete(question).problem()).isEqualTo("not-the-owner");
        assertThat(http.withKey().post(path, Map.of("text", "x")).status()).isEqualTo(401);
        assertThat(as("remi").withKey().post(path, Map.of("text", " ")).at("/errors/0/code"))
                .isEqualTo("required");
        assertThat(catalog.moderator().delete(question).status()).isEqualTo(204);
        assertThat(http.get(path).json().path("items")).isEmpty();
    }

    @Test
    void tellsOfAQuestionAndOfItsFirstAnswerWithoutTheWords() {
        String project = catalog.launched();
        String path = "/v1/projects/" + project + "/questions";
        String key = UUID.randomUUID().toString();
        Answer asked = as("remi").with("Idempotency-Key", key).post(path, Map.of("text", "Appelez-moi au 06 ?"));
        as("remi").with("Idempotency-Key", key).post(path, Map.of("text", "Appelez-moi au 06 ?"));
        String answer = path + "/" + asked.at("/id") + "/answer";
        catalog.owner().put(answer, Map.of("text", "Oui"));
        catalog.owner().put(answer, Map.of("text", "Oui, demain."));
        as("remi").withKey().post(path, Map.of("text", "Et lundi ?"));

        List<SeenEvent> told =
                events.await("quartier.catalog.questions", event -> event.key().equals(project), 3);

        assertThat(told)
                .extracting(SeenEvent::type)
                .containsExactlyInAnyOrder(
                        "quartier.question.asked.v1", "quartier.question.answered.v1", "quartier.question.asked.v1");
        assertThat(http.get(path).body()).contains("Oui, demain.");
        assertThat(told).allSatisfy(event -> {
            assertThat(EventContracts.own().faultsOf(event.type(), event.data()))
                    .isEmpty();
            assertThat(event.data().toString()).doesNotContain("Appelez-moi", "Oui", "lundi");
            assertThat(event.data().at("/carriers/0").asString()).isEqualTo("m-alexis");
        });
    }

    @Test
    void stopsAMemberWhoAsksWithoutWaiting() {
        String path = "/v1/projects/" + catalog.launched() + "/questions";
        for (int i = 0; i < 3; i++) {
            assertThat(as("busy")
                            .withKey()
                            .post(path, Map.of("text", "Et " + i + " ?"))
                            .status())
                    .isEqualTo(201);
        }

        assertThat(as("busy").withKey().post(path, Map.of("text", "Alors ?")).problem())
                .isEqualTo("limit-reached");
    }

    @Test
    void theTermsOfALiveCampaignDoNotChange() {
        String path = "/v1/projects/" + catalog.launched();
        String etag = String.valueOf(catalog.owner().get(path).header("ETag"));

        Answer withoutTiers = catalog.owner().with("If-Match", etag).put(path, CatalogDriver.formWithout("tiers"));

        assertThat(withoutTiers.problem()).isEqualTo("project-state");
        assertThat(catalog.owner().get(path).json().path("tiers")).hasSize(2);
    }

    private TestHttp pictures(TestHttp member) {
        return member.with("Content-Type", "image/png");
    }

    private static byte[] png(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private TestHttp as(String name) {
        return http.as(tokens.member(name));
    }
}
