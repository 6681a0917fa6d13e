package quartier.notification.notice.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.notification.notice.NoticeKind.HALF_WAY;
import static quartier.notification.notice.NoticeKind.NEED_ANSWERED;
import static quartier.notification.notice.NoticeKind.SUPPORTER_APPROVED;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quartier.notification.notice.InMemory;
import quartier.notification.notice.Notice;
import quartier.notification.notice.NoticeKind;
import quartier.notification.notice.Project;
import quartier.notification.notice.SupporterAgents;
import quartier.notification.notice.TellMembers;
import quartier.notification.notice.Wording;
import quartier.platform.messaging.ReceivedEvent;
import quartier.testing.EventContracts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the examples that stand beside the producers: what they promise is what is understood here. */
class ProducersExamplesTest {

    private static final Instant AT = Instant.parse("2027-03-01T08:00:00Z");

    private final InMemory.KnownFollows follows = new InMemory.KnownFollows();
    private final InMemory.KnownProjects projects = new InMemory.KnownProjects();
    private final InMemory.Inboxes inboxes = new InMemory.Inboxes();
    private final KnownAgents agents = new KnownAgents();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TellMembers tell = new TellMembers(
            projects,
            follows,
            new InMemory.KnownBackings(),
            new InMemory.KnownOperators(),
            new InMemory.KnownContacts(),
            inboxes,
            inboxes);
    private final UnknownEvents unknown = new UnknownEvents(meters);

    @ParameterizedTest
    @CsvSource({
        "changes-requested, CHANGES_REQUESTED",
        "refused, REFUSED",
        "approved, APPROVED",
        "launched, LAUNCHED",
        "suspended, SUSPENDED",
        "resumed, RESUMED",
        "cancelled, CANCELLED"
    })
    void tellsOwnersAboutTheirProject(String fact, NoticeKind kind) {
        JsonNode data =
                hear("catalog-service", "quartier.project." + fact + ".v1", new ProjectEvents(tell, unknown)::hear);

        assertToldOnly(data.path("owner").asString(), kind);
    }

    @ParameterizedTest
    @CsvSource({"updated, UPDATE_POSTED", "realised, REALISED"})
    void tellsFollowersAboutAProject(String fact, NoticeKind kind) {
        String type = "quartier.project." + fact + ".v1";
        follows.follow(example("catalog-service", type).path("project").asString(), "m-lea", AT);

        hear("catalog-service", type, new ProjectEvents(tell, unknown)::hear);

        assertToldOnly("m-lea", kind);
    }

    @ParameterizedTest
    @CsvSource({
        "confirmed, PLEDGE_CONFIRMED",
        "cancelled, PLEDGE_CANCELLED",
        "refunded, REFUNDED",
        "refund-failed, REFUND_FAILED",
        "dispute-set-off, REPAID_BY_BANK",
        "changed, PLEDGE_CHANGED",
        "loan-repaid, LOAN_REPAID"
    })
    void tellsBackersAboutTheirPledge(String fact, NoticeKind kind) {
        JsonNode data =
                hear("pledge-service", "quartier.pledge." + fact + ".v1", new PledgeEvents(tell, unknown)::hear);

        assertToldOnly(data.path("backer").asString(), kind);
    }

    @ParameterizedTest
    @CsvSource({
        "funded, FUNDED",
        "not-funded, NOT_FUNDED",
        "paid-out, PAID_OUT",
        "payout-failed, PAYOUT_FAILED",
        "loan-overdue, LOAN_OVERDUE"
    })
    void tellsOwnersAboutTheirCampaign(String fact, NoticeKind kind) {
        String type = "quartier.campaign." + fact + ".v1";
        ownedBy("m-alexis", example("pledge-service", type).path("campaign").asString());

        hear("pledge-service", type, new CampaignEvents(tell, unknown)::hear);

        assertToldOnly("m-alexis", kind);
    }

    @ParameterizedTest
    @ValueSource(longs = {49, 50, 100})
    void tellsThatHalfIsPassedFromTheTotals(long percent) {
        String type = "quartier.campaign.totals.v1";
        JsonNode data = example("pledge-service", type);
        ownedBy("m-alexis", data.path("campaign").asString());
        String changed = data.toString()
                .replaceFirst("\"percent\":\\d+", "\"percent\":" + percent)
                .replaceFirst("\"state\":\"[a-z_]+\"", "\"state\":\"live\"");

        new CampaignEvents(tell, unknown).hear(event(type, changed));

        assertThat(inboxes.kindsOf("m-alexis")).isEqualTo(percent < 50 ? List.of() : List.of(HALF_WAY));
    }

    @ParameterizedTest
    @CsvSource({
        "agreed, by, COMMITMENT_AGREED",
        "declined, by, COMMITMENT_DECLINED",
        "thanked, by, COMMITMENT_THANKED",
        "withdrawn, owner, COMMITMENT_WITHDRAWN"
    })
    void tellsTheOtherSideOfACommitment(String fact, String who, NoticeKind kind) {
        JsonNode data = hear(
                "inkind-service",
                "quartier.commitment." + fact + ".v1",
                new InKindEvents(tell, unknown)::hearCommitment);

        assertToldOnly(data.path(who).asString(), kind);
    }

    @ParameterizedTest
    @ValueSource(strings = "quartier.need.answered.v1")
    void tellsTheOwnerOfAnAnsweredNeed(String type) {
        JsonNode data = hear("inkind-service", type, new InKindEvents(tell, unknown)::hearNeed);

        assertToldOnly(data.path("owner").asString(), NEED_ANSWERED);
    }

    @ParameterizedTest
    @CsvSource({"made, SUPPORT_OFFERED", "withdrawn, SUPPORT_WITHDRAWN"})
    void tellsTheOwnerOfASupportOffer(String fact, NoticeKind kind) {
        JsonNode data = hear("support-service", "quartier.support-offer." + fact + ".v1", support()::hearOffer);

        assertToldOnly(data.path("owner").asString(), kind);
    }

    @ParameterizedTest
    @CsvSource({"accepted, SUPPORT_ACCEPTED", "declined, SUPPORT_DECLINED"})
    void tellsTheAgentsOfASupportOffersAnswer(String fact, NoticeKind kind) {
        String type = "quartier.support-offer." + fact + ".v1";
        agents.keep(example("support-service", type).path("supporter").asString(), List.of("m-lea"), 1);

        hear("support-service", type, support()::hearOffer);

        assertToldOnly("m-lea", kind);
    }

    @ParameterizedTest
    @ValueSource(strings = "quartier.call.result-published.v1")
    void tellsOwnersHowACallEnded(String type) {
        JsonNode data = hear("catalog-service", type, new AnimationEvents(tell, unknown)::hearCall);

        assertThat(inboxes.kindsOf(data.at("/entrants/0/owner").asString())).containsExactly(NoticeKind.CALL_WON);
        assertThat(inboxes.kindsOf(data.at("/entrants/1/owner").asString())).containsExactly(NoticeKind.CALL_DECIDED);
    }

    @ParameterizedTest
    @CsvSource({"reminder, MEETUP_REMINDER", "promoted, MEETUP_PROMOTED", "cancelled, MEETUP_CANCELLED"})
    void tellsTheGuestsOfAMeetup(String fact, NoticeKind kind) {
        JsonNode data = hear(
                "catalog-service", "quartier.meetup." + fact + ".v1", new AnimationEvents(tell, unknown)::hearMeetup);

        for (JsonNode guest : data.path("members")) {
            assertThat(inboxes.kindsOf(guest.asString())).containsExactly(kind);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "quartier.supporter.approved.v1")
    void tellsTheAgentsThatTheirOrganisationIsApproved(String type) {
        JsonNode data = hear("support-service", type, support()::hearSupporter);

        for (JsonNode agent : data.path("agents")) {
            assertThat(inboxes.kindsOf(agent.asString())).containsExactly(SUPPORTER_APPROVED);
        }
        assertThat(agents.of(data.path("supporter").asString())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "catalog-service quartier.project.submitted.v1",
                "pledge-service quartier.campaign.opened.v1",
                "pledge-service quartier.campaign.match-changed.v1",
                "pledge-service quartier.campaign.closing.v1",
                "pledge-service quartier.campaign.cancelled.v1",
                "pledge-service quartier.campaign.settled.v1",
                "pledge-service quartier.campaign.loans-granted.v1",
                "pledge-service quartier.campaign.loan-repayment-received.v1",
                "pledge-service quartier.pledge.disputed.v1",
                "inkind-service quartier.need.published.v1",
                "inkind-service quartier.need.filled.v1",
                "inkind-service quartier.commitment.done.v1",
                "support-service quartier.supporter.registered.v1",
                "support-service quartier.supporter.suspended.v1"
            })
    void knowsWhatItTellsNobody(String example) {
        String service = example.substring(0, example.indexOf(' '));
        String type = example.substring(example.indexOf(' ') + 1);

        hear(service, type, listenerOf(type));

        assertThat(inboxes.notices).isEmpty();
        assertThat(meters.find("quartier.events.unknown").counter()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quartier.project.renamed.v1",
                "quartier.pledge.doubled.v1",
                "quartier.campaign.extended.v1",
                "quartier.need.moved.v1",
                "quartier.question.praised.v1",
                "quartier.reward.lost.v1",
                "quartier.call.praised.v1",
                "quartier.commitment.moved.v1",
                "quartier.supporter.merged.v1",
                "quartier.support-offer.doubled.v1"
            })
    void countsTypesThatItDoesNotKnow(String type) {
        listenerOf(type).accept(event(type, "{}"));

        assertThat(meters.get("quartier.events.unknown").counter().count()).isEqualTo(1);
    }

    private Consumer<ReceivedEvent> listenerOf(String type) {
        return switch (type.split("\\.", 3)[1]) {
            case "project" -> new ProjectEvents(tell, unknown)::hear;
            case "pledge" -> new PledgeEvents(tell, unknown)::hear;
            case "campaign" -> new CampaignEvents(tell, unknown)::hear;
            case "call" -> new AnimationEvents(tell, unknown)::hearCall;
            case "question" -> new CarryingEvents(tell, unknown)::hearQuestion;
            case "reward" -> new CarryingEvents(tell, unknown)::hearReward;
            case "need" -> new InKindEvents(tell, unknown)::hearNeed;
            case "commitment" -> new InKindEvents(tell, unknown)::hearCommitment;
            case "supporter" -> support()::hearSupporter;
            case "support-offer" -> support()::hearOffer;
            default -> throw new IllegalArgumentException(type);
        };
    }

    private SupportEvents support() {
        return new SupportEvents(tell, agents, unknown);
    }

    private void ownedBy(String owner, String project) {
        tell.hear(
                new Project(
                        project, "Le Kfé du 33", "le-kfe-du-33", owner, true, List.of("auvergne-rhone-alpes", "lyon")),
                1);
    }

    private void assertToldOnly(String member, NoticeKind kind) {
        assertThat(inboxes.kindsOf(member)).containsExactly(kind);
        assertThat(inboxes.notices).hasSize(1);
        Notice notice = inboxes.to(member).getFirst();
        @Nullable
        Project project = notice.project() == null
                ? null
                : projects.find(notice.project()).orElse(null);
        for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            var words = new Wording().of(notice, project, locale);
            assertThat(words.subject() + words.text()).doesNotContain("{", "null");
        }
    }

    private JsonNode hear(String service, String type, Consumer<ReceivedEvent> listener) {
        JsonNode data = example(service, type);
        listener.accept(event(type, data.toString()));
        return data;
    }

    private static JsonNode example(String service, String type) {
        return new JsonMapper().readTree(EventContracts.of(service).example(type));
    }

    private static ReceivedEvent event(String type, String json) {
        return new ReceivedEvent("e1", type, "/producer", "subject", 7, AT, json);
    }

    private static final class KnownAgents implements SupporterAgents {
        private final Map<String, List<String>> agents = new TreeMap<>();

        @Override
        public void keep(String supporter, List<String> those, long sequence) {
            agents.put(supporter, those);
        }

        @Override
        public Optional<List<String>> of(String supporter) {
            return Optional.ofNullable(agents.get(supporter));
        }
    }
}
