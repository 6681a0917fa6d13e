package quartier.pledge.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import quartier.pledge.supporter.Supporter;
import quartier.pledge.supporter.Supporters;
import quartier.testing.EventContracts;
import quartier.testing.TestEvents;
import quartier.testing.TestHttp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What other services publish, in their own examples, is understood here. */
@PledgeIT
class ListeningIT {

    private static final JsonMapper JSON = new JsonMapper();

    private final TestEvents events;
    private final TestHttp http;
    private final Supporters supporters;
    private final Consumer<Message<byte[]>> projectListener;
    private final Consumer<Message<byte[]>> supporterListener;

    ListeningIT(
            TestEvents events,
            TestHttp http,
            Supporters supporters,
            @Qualifier("projects") Consumer<Message<byte[]>> projectListener,
            @Qualifier("supporters") Consumer<Message<byte[]>> supporterListener) {
        this.events = events;
        this.http = http;
        this.supporters = supporters;
        this.projectListener = projectListener;
        this.supporterListener = supporterListener;
    }

    @Test
    void opensACampaignFromTheCatalogsExample() {
        String type = "quartier.project.launched.v1";
        String example = EventContracts.of("catalog-service").example(type);
        JsonNode data = JSON.readTree(example);
        String project = data.path("project").asString();

        events.publish("quartier.catalog.projects", type, project, 7, example);

        await().until(() -> http.get("/v1/campaigns/" + project).status() == 200);
        JsonNode campaign = http.get("/v1/campaigns/" + project).json();
        assertThat(campaign.at("/goal/amount")).isEqualTo(data.at("/terms/goal"));
        assertThat(campaign.at("/cap/amount")).isEqualTo(data.at("/terms/cap"));
        assertThat(campaign.path("deadline")).isEqualTo(data.at("/terms/deadline"));
        assertThat(campaign.path("tiers").size())
                .isEqualTo(data.at("/terms/tiers").size());
        assertThat(campaign.path("commissionBasisPoints")).isEqualTo(data.at("/terms/commissionBasisPoints"));
    }

    @Test
    void understandsEveryEventOfTheCatalogsProjects() {
        for (String type : List.of(
                "submitted",
                "changes-requested",
                "refused",
                "approved",
                "updated",
                "suspended",
                "resumed",
                "cancelled",
                "realised",
                "tier-closed")) {
            assertThatCode(() -> projectListener.accept(
                            example("catalog-service", "quartier.project." + type + ".v1", "project")))
                    .as(type)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void knowsSupportersFromTheirExamplesAndNeverGoesBack() {
        supporterListener.accept(example("support-service", "quartier.supporter.approved.v1", "supporter", 3));
        supporterListener.accept(example("support-service", "quartier.supporter.registered.v1", "supporter", 2));

        String id = JSON.readTree(EventContracts.of("support-service").example("quartier.supporter.approved.v1"))
                .path("supporter")
                .asString();
        assertThat(supporters.find(id)).map(Supporter::approved).contains(true);

        supporterListener.accept(example("support-service", "quartier.supporter.suspended.v1", "supporter", 4));
        assertThat(supporters.find(id)).map(Supporter::approved).contains(false);
    }

    @Test
    void refusesWhatItDoesNotKnowSoThatItEndsAmongTheDeadLetters() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> projectListener.accept(message("quartier.project.exploded.v1", "p1", 1, "{}")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> supporterListener.accept(message("quartier.supporter.merged.v1", "s1", 1, "{}")));
    }

    private static Message<byte[]> example(String service, String type, String subject) {
        return example(service, type, subject, 99);
    }

    private static Message<byte[]> example(String service, String type, String subject, long sequence) {
        String json = EventContracts.of(service).example(type);
        return message(type, JSON.readTree(json).path(subject).asString(), sequence, json);
    }

    private static Message<byte[]> message(String type, String subject, long sequence, String json) {
        return MessageBuilder.withPayload(json.getBytes(StandardCharsets.UTF_8))
                .setHeader("ce_id", type + subject + sequence)
                .setHeader("ce_type", type)
                .setHeader("ce_source", "/test")
                .setHeader("ce_subject", subject)
                .setHeader("ce_sequence", Long.toString(sequence))
                .setHeader("ce_time", "2026-11-23T10:00:00Z")
                .build();
    }
}
