package quartier.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import quartier.testing.TestEvents;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;

/** Questions, rewards, calls and stuck money, over the broker, as those see it whom they concern. */
@NotificationIT
class CarryingIT {

    private static final String QUESTIONS = "quartier.catalog.questions";
    private static final String REWARDS = "quartier.catalog.rewards";
    private static final String CALLS = "quartier.catalog.calls";

    private final TestHttp http;
    private final TestTokens tokens;
    private final TestEvents events;
    private final MailServer mails;
    private Neighbourhood lyon;

    @Autowired
    CarryingIT(TestHttp http, TestTokens tokens, TestEvents events, MailServer mails) {
        this.http = http;
        this.tokens = tokens;
        this.events = events;
        this.mails = mails;
        this.lyon = new Neighbourhood(events, tokens, http);
    }

    @BeforeEach
    void newNeighbourhood() {
        lyon = new Neighbourhood(events, tokens, http);
    }

    @Test
    void tellsTheTeamOfAQuestionAndThoseWhoWaitForItsAnswer() {
        lyon.launched();
        lyon.follows("lea");
        question("asked", 1, Map.of());
        question("asked", 1, Map.of());
        question("answered", 2, Map.of("answeredBy", lyon.member("zoe")));
        question("answered", 2, Map.of("answeredBy", lyon.member("zoe")));

        assertThat(lyon.kinds("remi", 1)).containsExactly("answer-given");
        assertThat(lyon.kinds("zoe", 1)).containsExactly("question-asked");
        assertThat(lyon.kinds("alexis", 2)).containsExactly("launched", "question-asked");
        assertThat(lyon.kinds("lea", 1)).containsExactly("question-answered");
        var english = lyon.inbox("lea", "en", 1).getFirst();
        assertThat(english.path("text").asString()).contains("has answered a question");
        assertThat(english.path("path").asString()).endsWith("#questions");
    }

    @Test
    void tellsBackersWhatBecomesOfTheirRewardByMailToo() throws Exception {
        lyon.reachable("remi", "fr");
        lyon.launched();
        reward("prepared", 1);
        reward("sent", 2);
        reward("sent", 2);
        Map<String, Object> asked = about();
        asked.put("tier", "t1");
        asked.put("reward", "Un T-shirt");
        asked.put("members", List.of(lyon.member("remi"), lyon.member("lea")));
        events.publish(REWARDS, "quartier.reward.details-asked.v1", lyon.project + ":t1:0", lyon.project, 1, asked);

        assertThat(lyon.kinds("remi", 3))
                .containsExactlyInAnyOrder("reward-prepared", "reward-sent", "reward-details-asked");
        assertThat(lyon.kinds("lea", 1)).containsExactly("reward-details-asked");
        assertThat(lyon.inbox("lea", "fr", 1).getFirst().path("path").asString())
                .isEqualTo("/moi/contreparties");
        await().atMost(Neighbourhood.PATIENCE)
                .until(() -> mails.to(lyon.address("remi")).size() == 3);
        assertThat(mails.to(lyon.address("remi")))
                .anySatisfy(mail -> assertThat(mail.getSubject())
                        .isEqualTo("« " + lyon.title + " » : une précision pour votre contrepartie"));
    }

    @Test
    void asksForAnAddressAloneInItsOwnWordsAndAgainWhenReminded() {
        lyon.launched();
        Map<String, Object> asked = about();
        asked.putAll(Map.of("tier", "t1", "reward", "Un T-shirt", "asks", "address"));
        asked.put("members", List.of(lyon.member("remi")));
        for (long edition : List.of(1L, 1L, 2L)) {
            events.publish(
                    REWARDS, "quartier.reward.details-asked.v1", lyon.project + ":t1:0", lyon.project, edition, asked);
        }

        assertThat(lyon.kinds("remi", 2)).containsExactly("reward-address-asked", "reward-address-asked");
        assertThat(lyon.inbox("remi", "en", 2).getFirst().path("text").asString())
                .contains("waits for your address", "Un T-shirt");
    }

    @Test
    void tellsThoseWhomThePhasesOfACallConcern() {
        lyon.launched();
        lyon.follows("lea");
        phase("apply", List.of());
        phase("preference", concerned());
        phase("preference", concerned());

        assertThat(lyon.kinds("alexis", 3)).containsExactlyInAnyOrder("launched", "call-opened", "call-voted-on");
        assertThat(lyon.kinds("lea", 1)).containsExactly("vote-opened");
        assertThat(lyon.inbox("lea", "en", 1).getFirst().path("path").asString())
                .isEqualTo("/appels/ensemble/vote");

        assertThat(lyon.as("lea").delete("/v1/me/follows/" + lyon.project).status())
                .isEqualTo(204);
        phase("jury", concerned());
        assertThat(lyon.kinds("alexis", 4)).contains("call-judged");
        assertThat(lyon.kinds("lea", 1)).hasSize(1);
    }

    @Test
    void tellsOperatorsWhatMoneyIsStuckAsLongAsTheyAreSome() {
        TestHttp odile = http.as(tokens.with(lyon.name("odile"), "operator"));
        var contact = Map.of("email", lyon.address("odile"), "name", "Odile", "language", "fr");
        assertThat(odile.put("/v1/me/contact", contact).status()).isEqualTo(200);
        lyon.launched();
        lyon.pledge("refund-failed", "p1", "remi", Map.of("reason", "not_funded"));
        lyon.campaign(
                "payout-failed", Map.of("payout", "main", "amount", Map.of("amount", 556_800, "currency", "EUR")));

        assertThat(lyon.kinds("remi", 1)).containsExactly("refund-failed");
        assertThat(lyon.kinds("alexis", 2)).containsExactly("launched", "payout-failed");
        assertThat(lyon.kinds("odile", 2)).containsExactlyInAnyOrder("refund-stuck", "payout-stuck");

        assertThat(lyon.as("odile").put("/v1/me/contact", contact).status()).isEqualTo(200);
        lyon.pledge("refund-failed", "p2", "remi", Map.of("reason", "not_funded"));
        assertThat(lyon.kinds("remi", 2)).hasSize(2);
        assertThat(lyon.kinds("odile", 2)).hasSize(2);
    }

    private Map<String, Object> about() {
        return new LinkedHashMap<>(Map.of("project", lyon.project, "slug", "kfe", "title", lyon.title));
    }

    private void question(String what, long sequence, Map<String, ?> more) {
        Map<String, Object> data = about();
        data.put("question", "q-" + lyon.project);
        data.put("carriers", List.of(lyon.member("alexis"), lyon.member("zoe")));
        data.put("by", lyon.member("remi"));
        data.putAll(more);
        events.publish(
                QUESTIONS, "quartier.question." + what + ".v1", "q-" + lyon.project, lyon.project, sequence, data);
    }

    private void reward(String step, long sequence) {
        Map<String, Object> data = about();
        data.put("pledge", "p1" + lyon.project);
        data.put("backer", lyon.member("remi"));
        data.put("tier", "t1");
        data.put("reward", "Un T-shirt");
        events.publish(REWARDS, "quartier.reward." + step + ".v1", "p1" + lyon.project, lyon.project, sequence, data);
    }

    private List<Map<String, Object>> concerned() {
        Map<String, Object> one = about();
        one.put("carriers", List.of(lyon.member("alexis")));
        return new ArrayList<>(List.of(one));
    }

    private void phase(String phase, List<Map<String, Object>> projects) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("call", "call-" + lyon.project);
        data.put("slug", "ensemble");
        data.put("title", Map.of("fr", "Ensemble"));
        data.put("territory", "lyon");
        data.put("territoryPath", List.of("auvergne-rhone-alpes", "lyon"));
        data.put("phase", phase);
        data.put("until", "2027-01-05T09:00:00Z");
        data.put("projects", projects);
        String subject = "phase-" + phase + "-call-" + lyon.project;
        events.publish(CALLS, "quartier.call.phase-began.v1", subject, "call-" + lyon.project, 1, data);
    }
}
