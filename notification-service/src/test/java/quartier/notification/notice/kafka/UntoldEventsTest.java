package quartier.notification.notice.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is heard and told to nobody: because it concerns nobody, or because nobody knows what it is. */
class UntoldEventsTest extends Hearing {

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
}
