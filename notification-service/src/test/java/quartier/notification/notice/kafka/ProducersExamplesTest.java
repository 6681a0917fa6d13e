package quartier.notification.notice.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.notification.notice.NoticeKind.HALF_WAY;
import static quartier.notification.notice.NoticeKind.NEED_ANSWERED;
import static quartier.notification.notice.NoticeKind.SUPPORTER_APPROVED;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quartier.notification.notice.Notice;
import quartier.notification.notice.NoticeKind;
import quartier.notification.notice.Project;
import quartier.notification.notice.Wording;
import tools.jackson.databind.JsonNode;

/** Reads the examples that stand beside the producers: what they promise is what is understood here. */
class ProducersExamplesTest extends Hearing {

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
}
