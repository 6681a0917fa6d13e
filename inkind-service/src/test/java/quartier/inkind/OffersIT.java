package quartier.inkind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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

/** A member offers, the owner answers: over HTTP, and on the bus. */
@QuartierIT
class OffersIT {

    private static final String MESSAGE = "Je suis libre samedi, appelez-moi";
    private static final String CONTACT = "06 12 34 56 78";

    @Autowired
    TestHttp http;

    @Autowired
    TestTokens tokens;

    @Autowired
    TestEvents events;

    Projects projects;
    TestHttp alexis;
    TestHttp remi;

    @BeforeEach
    void signIn() {
        projects = new Projects(events, http);
        alexis = http.as(tokens.member("alexis"));
        remi = http.as(tokens.member("remi"));
    }

    @Test
    void takesAnOfferFromMadeToThanked() {
        String need = projects.launchedWithNeed(2);
        Answer made = offer(remi, need, 2);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("/state")).isEqualTo("waiting");
        String offer = made.at("/id");
        assertThat(made.header("Location")).isEqualTo("/v1/offers/" + offer);

        assertThat(alexis.post("/v1/offers/" + offer + "/accept").at("/state")).isEqualTo("agreed");
        assertThat(http.get("/v1/needs/" + need).at("/open")).isEqualTo("false");
        assertThat(alexis.post("/v1/offers/" + offer + "/done").at("/state")).isEqualTo("done");
        Answer thanked = alexis.post("/v1/offers/" + offer + "/thank", Map.of("message", "Merci Rémi !"));
        assertThat(thanked.at("/thanks")).isEqualTo("Merci Rémi !");
        assertThat(remi.get("/v1/offers/" + offer).at("/thanks")).isEqualTo("Merci Rémi !");

        assertPublished("quartier.inkind.needs", "quartier.need.answered.v1", need, 2);
        assertPublished("quartier.inkind.needs", "quartier.need.filled.v1", need, 3);
        assertThat(assertPublished("quartier.inkind.commitments", "quartier.commitment.agreed.v1", offer, 3)
                        .key())
                .isEqualTo(need);
        assertPublished("quartier.inkind.commitments", "quartier.commitment.done.v1", offer, 4);
        assertPublished("quartier.inkind.commitments", "quartier.commitment.thanked.v1", offer, 5);
    }

    @Test
    void declinesWithAReasonAndWithdraws() {
        String need = projects.launchedWithNeed(2);
        String declined = offer(remi, need, 1).at("/id");
        assertThat(alexis.post("/v1/offers/" + declined + "/decline", Map.of("reason", " "))
                        .problem())
                .isEqualTo("invalid-fields");
        assertThat(alexis.post("/v1/offers/" + declined + "/decline", Map.of("reason", "Déjà trouvé"))
                        .at("/reason"))
                .isEqualTo("Déjà trouvé");
        assertThat(alexis.post("/v1/offers/" + declined + "/accept").problem()).isEqualTo("offer-state");
        String withdrawn = offer(remi, need, 1).at("/id");
        assertThat(remi.post("/v1/offers/" + withdrawn + "/withdraw").at("/state"))
                .isEqualTo("withdrawn");

        assertPublished("quartier.inkind.commitments", "quartier.commitment.declined.v1", declined, 3);
        assertPublished("quartier.inkind.commitments", "quartier.commitment.withdrawn.v1", withdrawn, 5);
    }

    @Test
    void givesTheLastUnitToExactlyOneOfManyAcceptances() throws Exception {
        String need = projects.launchedWithNeed(1);
        List<String> offers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            offers.add(offer(http.as(tokens.member("neighbour" + i)), need, 1).at("/id"));
        }

        List<Answer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> racing = offers.stream()
                    .map(offer -> threads.submit(() -> alexis.post("/v1/offers/" + offer + "/accept")))
                    .toList();
            for (Future<Answer> one : racing) {
                answers.add(one.get());
            }
        }

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(answer -> assertThat(answer.problem()).isIn("need-filled", "changed-meanwhile"));
        assertThat(http.get("/v1/needs/" + need).at("/accepted")).isEqualTo("1");
    }

    @Test
    void refusesAnswersByAnybodyButTheOwner() {
        String offer = offer(remi, projects.launchedWithNeed(1), 1).at("/id");
        TestHttp foreignOwner = http.as(tokens.member("clement"));

        assertThat(foreignOwner.post("/v1/offers/" + offer + "/accept").problem())
                .isEqualTo("forbidden");
        assertThat(remi.post("/v1/offers/" + offer + "/accept").status()).isEqualTo(403);
        assertThat(alexis.post("/v1/offers/" + offer + "/withdraw").status()).isEqualTo(403);
        assertThat(foreignOwner.get("/v1/offers/" + offer).status()).isEqualTo(404);
        assertThat(alexis.get("/v1/offers/" + offer).status()).isEqualTo(200);
    }

    @Test
    void refusesTheOwnersOwnOfferAndWhatIsBeyondTheNeed() {
        String need = projects.launchedWithNeed(2);

        assertThat(offer(alexis, need, 1).problem()).isEqualTo("own-need");
        Answer tooMuch = offer(remi, need, 3);
        assertThat(tooMuch.status()).isEqualTo(422);
        assertThat(tooMuch.problem()).isEqualTo("more-than-needed");
        assertThat(tooMuch.at("/detail")).contains("2");
        assertThat(offer(remi, need, 1).status()).isEqualTo(201);
        assertThat(offer(remi, need, 1).problem()).isEqualTo("offer-already-waiting");
        assertThat(offer(remi, "nowhere.n1", 1).status()).isEqualTo(404);
    }

    @Test
    void makesOneOfferOfARepeatedRequestAndRefusesAnotherUnderItsKey() {
        String need = projects.launchedWithNeed(2);
        TestHttp keyed = remi.with("Idempotency-Key", "once");
        var body = Map.of("quantity", 1, "message", MESSAGE);

        Answer first = keyed.post("/v1/needs/" + need + "/offers", body);
        Answer again = keyed.post("/v1/needs/" + need + "/offers", body);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        Answer other = keyed.post("/v1/needs/" + need + "/offers", Map.of("quantity", 2, "message", MESSAGE));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        assertThat(remi.post("/v1/needs/" + need + "/offers", body).problem()).isEqualTo("idempotency-key-missing");
        assertThat(http.get("/v1/needs/" + need).at("/promised")).isEqualTo("1");
    }

    @Test
    void refusesBadTokensBadBodiesAndHugeOnes() {
        String path = "/v1/needs/" + projects.launchedWithNeed(2) + "/offers";
        var body = Map.of("quantity", 1, "message", MESSAGE);

        assertThat(http.withKey().post(path, body).problem()).isEqualTo("unauthenticated");
        assertThat(http.as(tokens.expired("remi")).withKey().post(path, body).status())
                .isEqualTo(401);
        assertThat(http.as(tokens.forged("remi")).withKey().post(path, body).status())
                .isEqualTo(401);
        assertThat(remi.withKey().post(path, "{\"quantity\":").problem()).isEqualTo("malformed-request");
        assertThat(remi.withKey()
                        .post(path, "{\"quantity\":1.5,\"message\":\"x\"}")
                        .problem())
                .isEqualTo("malformed-request");
        assertThat(remi.withKey()
                        .post(path, Map.of("quantity", 0, "message", MESSAGE))
                        .problem())
                .isEqualTo("invalid-fields");
        assertThat(remi.withKey()
                        .post(path, Map.of("quantity", 1, "message", "x".repeat(2_001)))
                        .problem())
                .isEqualTo("invalid-fields");
        assertThat(remi.withKey()
                        .post(path, Map.of("quantity", 1, "message", "x".repeat(10_000_000)))
                        .problem())
                .isEqualTo("body-too-large");
    }

    @Test
    void showsContactAndMessageToTheTwoPartiesOnly() {
        String need = projects.launchedWithNeed(2);
        var body = Map.of("quantity", 1, "message", MESSAGE, "contact", CONTACT);
        String offer =
                remi.withKey().post("/v1/needs/" + need + "/offers", body).at("/id");
        String offers = "/v1/needs/" + need + "/offers";

        assertThat(alexis.get(offers).body()).contains(MESSAGE, CONTACT, "Remi");
        assertThat(remi.get(offers).body()).contains(CONTACT);
        assertThat(http.as(tokens.member("clement")).get(offers).json().get("items"))
                .isEmpty();
        assertThat(http.get(offers).status()).isEqualTo(401);
        assertThat(http.get("/v1/needs/" + need).body()).doesNotContain(CONTACT, MESSAGE, "remi");
        alexis.post("/v1/offers/" + offer + "/accept");
        assertPublished("quartier.inkind.commitments", "quartier.commitment.agreed.v1", offer, 3);
        for (String topic : List.of("quartier.inkind.needs", "quartier.inkind.commitments")) {
            assertThat(events.allOn(topic, event -> event.data().toString().contains(need)))
                    .isNotEmpty()
                    .noneMatch(event -> event.data().toString().contains(CONTACT)
                            || event.data().toString().contains(MESSAGE)
                            || event.data().toString().contains("Remi"));
        }
    }

    @Test
    void listsMyOffersAndTheNeedsOfMyProjects() {
        String need = projects.launchedWithNeed(2);
        TestHttp newcomer = http.as(tokens.member("newcomer"));
        String offer = offer(newcomer, need, 1).at("/id");

        assertThat(newcomer.get("/v1/me/offers").at("/items/0/id")).isEqualTo(offer);
        assertThat(alexis.get("/v1/me/needs").body()).contains(need);
        assertThat(newcomer.get("/v1/me/needs").json().get("items")).isEmpty();
    }

    @Test
    void refusesOffersOnceTheProjectIsCancelled() {
        String project = Projects.newId();
        String need = projects.launchedWithNeed(project, 2);
        projects.say("cancelled", project, 8);
        org.awaitility.Awaitility.await()
                .until(() -> http.get("/v1/needs/" + need).at("/open").equals("false"));

        assertThat(offer(remi, need, 1).problem()).isEqualTo("need-closed");
    }

    private static Answer offer(TestHttp member, String need, int quantity) {
        return member.withKey().post("/v1/needs/" + need + "/offers", Map.of("quantity", quantity, "message", MESSAGE));
    }

    private SeenEvent assertPublished(String topic, String type, String subject, long sequence) {
        SeenEvent event = events.awaitOn(topic, type, subject);
        assertThat(EventContracts.own().faultsOf(type, event.data())).isEmpty();
        assertThat(event.sequence()).isEqualTo(sequence);
        return event;
    }
}
