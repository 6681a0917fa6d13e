package quartier.notification.notice.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.notification.notice.NoticeKind.ANSWER_GIVEN;
import static quartier.notification.notice.NoticeKind.CALL_JUDGED;
import static quartier.notification.notice.NoticeKind.CALL_OPENED;
import static quartier.notification.notice.NoticeKind.CALL_VOTED_ON;
import static quartier.notification.notice.NoticeKind.QUESTION_ANSWERED;
import static quartier.notification.notice.NoticeKind.QUESTION_ASKED;
import static quartier.notification.notice.NoticeKind.REWARD_DETAILS_ASKED;
import static quartier.notification.notice.NoticeKind.VOTE_OPENED;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quartier.notification.notice.InMemory;
import quartier.notification.notice.NoticeKind;
import quartier.notification.notice.Project;
import quartier.notification.notice.TellMembers;
import quartier.platform.messaging.ReceivedEvent;
import quartier.testing.EventContracts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the producers' examples of what concerns several kinds of people at once. */
class SeveralAudiencesTest {

    private static final Instant AT = Instant.parse("2027-03-01T08:00:00Z");

    private final InMemory.KnownFollows follows = new InMemory.KnownFollows();
    private final InMemory.KnownOperators operators = new InMemory.KnownOperators();
    private final InMemory.Inboxes inboxes = new InMemory.Inboxes();
    private final TellMembers tell = new TellMembers(
            new InMemory.KnownProjects(),
            follows,
            new InMemory.KnownBackings(),
            operators,
            new InMemory.KnownContacts(),
            inboxes,
            inboxes);
    private final UnknownEvents unknown = new UnknownEvents(new SimpleMeterRegistry());

    @ParameterizedTest
    @CsvSource({"quartier.pledge.refund-failed.v1, REFUND_STUCK", "quartier.campaign.payout-failed.v1, PAYOUT_STUCK"})
    void tellsOperatorsWhatMoneyIsStuck(String type, NoticeKind kind) {
        operators.keep("m-odile", true);
        operators.keep("m-before", true);
        operators.keep("m-before", false);

        hear("pledge-service", type, money(type));
        hear("pledge-service", type, money(type));

        assertThat(inboxes.kindsOf("m-odile")).containsExactly(kind);
        assertThat(inboxes.kindsOf("m-before")).isEmpty();
    }

    @Test
    void tellsTheTeamOfAQuestionAndWhoAskedAndFollowsOfItsAnswer() {
        String answered = "quartier.question.answered.v1";
        String project = example("catalog-service", answered).path("project").asString();
        follows.follow(project, "m-lea", AT);
        follows.follow(project, "m-remi", AT);
        follows.follow(project, "m-zoe", AT);

        hear("catalog-service", "quartier.question.asked.v1", new CarryingEvents(tell, unknown)::hearQuestion);
        told("m-alexis", QUESTION_ASKED, "m-zoe", QUESTION_ASKED);

        inboxes.notices.clear();
        hear("catalog-service", answered, new CarryingEvents(tell, unknown)::hearQuestion);
        hear("catalog-service", answered, new CarryingEvents(tell, unknown)::hearQuestion);
        told("m-remi", ANSWER_GIVEN, "m-lea", QUESTION_ANSWERED);
    }

    @ParameterizedTest
    @CsvSource({"prepared, REWARD_PREPARED", "sent, REWARD_SENT"})
    void tellsBackersAboutTheirReward(String step, NoticeKind kind) {
        String type = "quartier.reward." + step + ".v1";
        hear("catalog-service", type, new CarryingEvents(tell, unknown)::hearReward);

        told("m-remi", kind);
    }

    @Test
    void asksBackersForWhatTheirRewardNeeds() {
        hear("catalog-service", "quartier.reward.details-asked.v1", new CarryingEvents(tell, unknown)::hearReward);

        told("m-remi", REWARD_DETAILS_ASKED, "m-lea", REWARD_DETAILS_ASKED);
    }

    @Test
    void tellsThatACallsPhaseBegan() {
        String type = "quartier.call.phase-began.v1";
        Consumer<ReceivedEvent> calls = new AnimationEvents(tell, unknown)::hearCall;
        String voting = example("catalog-service", type).toString();
        tell.hear(
                new Project(
                        "le-kfe-du-33",
                        "Le Kfé du 33",
                        "le-kfe-du-33",
                        "m-alexis",
                        true,
                        List.of("auvergne-rhone-alpes", "lyon")),
                1);
        follows.follow("le-kfe-du-33", "m-lea", AT);
        follows.follow("le-kfe-du-33", "m-alexis", AT);
        follows.follow("la-coop-du-cret", "m-lea", AT);

        calls.accept(event(type, voting));
        calls.accept(event(type, voting));
        told(
                "m-alexis",
                CALL_VOTED_ON,
                "m-zoe",
                CALL_VOTED_ON,
                "m-coop",
                CALL_VOTED_ON,
                "m-lea",
                VOTE_OPENED,
                "m-lea",
                VOTE_OPENED);

        inboxes.notices.clear();
        calls.accept(event(type, voting.replace("\"preference\"", "\"jury\"")));
        told("m-alexis", CALL_JUDGED, "m-zoe", CALL_JUDGED, "m-coop", CALL_JUDGED);

        inboxes.notices.clear();
        calls.accept(event(type, voting.replace("\"preference\"", "\"apply\"")));
        told("m-alexis", CALL_OPENED);
    }

    private Consumer<ReceivedEvent> money(String type) {
        return type.startsWith("quartier.pledge.")
                ? new PledgeEvents(tell, unknown)::hear
                : new CampaignEvents(tell, unknown)::hear;
    }

    /** Pairs of member and kind: these notices, and no others. */
    private void told(Object... pairs) {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            expected.add(pairs[i] + " " + pairs[i + 1]);
        }
        assertThat(inboxes.notices.values())
                .extracting(notice -> notice.member() + " " + notice.kind())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static void hear(String service, String type, Consumer<ReceivedEvent> listener) {
        listener.accept(event(type, example(service, type).toString()));
    }

    private static JsonNode example(String service, String type) {
        return new JsonMapper().readTree(EventContracts.of(service).example(type));
    }

    private static ReceivedEvent event(String type, String json) {
        return new ReceivedEvent("e1", type, "/producer", "subject", 7, AT, json);
    }
}
