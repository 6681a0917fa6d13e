package quartier.pledge.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import quartier.testing.Answer;
import quartier.testing.EventContracts;
import quartier.testing.SeenEvent;
import quartier.testing.TestEvents;

/** A fund announces on the bus, the campaign matches, and says on the bus what it did. */
@PledgeIT
class AllowanceIT {

    private static final String ALLOWANCES = "quartier.support.allowances";
    private static final String GRANTED = "quartier.allowance.granted.v1";
    private static final String CLOSED = "quartier.allowance.closed.v1";

    private final Scene scene;
    private final TestEvents events;
    private final MeterRegistry meters;
    private final String group;

    AllowanceIT(Scene scene, TestEvents events, MeterRegistry meters, Environment environment) {
        this.scene = scene;
        this.events = events;
        this.meters = meters;
        this.group = environment.getRequiredProperty("spring.cloud.stream.default.group");
    }

    @Test
    void completesPledgesFromTheMomentOnThatTheFundSaysSo() {
        String campaign = scene.campaign();
        String allowance = UUID.randomUUID().toString();
        tell(GRANTED, campaign, allowance, 1, granted(campaign, allowance, 1_000, "EUR"));
        tell(GRANTED, campaign, allowance, 1, granted(campaign, allowance, 1_000, "EUR")); // twice
        await().until(() -> leftOf(campaign) == 1_000);

        Answer pledge = scene.pledges("remi", Scene.pledge(campaign, 4_000));

        assertThat(pledge.status()).isEqualTo(201);
        await().until(() -> leftOf(campaign) == 600);
        assertThat(scene.campaignOf(campaign).at("/matched/amount")).isEqualTo("400");
        assertThat(scene.campaignOf(campaign).at("/collected/amount")).isEqualTo("4400");
        assertThat(scene.as("remi").get("/v1/pledges/" + pledge.at("/id")).at("/matched/amount"))
                .isEqualTo("400");
        tell(GRANTED, campaign, allowance, 2, granted(campaign, allowance, 2_000, "EUR"));
        await().until(() -> leftOf(campaign) == 1_600);
        tell(CLOSED, campaign, allowance, 3, Map.of("allowance", allowance, "fund", "f1", "campaign", campaign));
        await().until(() -> leftOf(campaign) == 0);
        scene.pledges("lea", Scene.pledge(campaign, 1_000));
        assertThat(scene.campaignOf(campaign).at("/matched/amount")).isEqualTo("400");

        List<SeenEvent> said = events.await(
                "quartier.pledge.campaigns",
                event -> event.type().equals("quartier.campaign.match-changed.v1")
                        && event.data().path("allowance").asString("").equals(allowance),
                4);
        assertThat(said).allSatisfy(event -> {
            assertThat(event.key()).isEqualTo(campaign);
            assertThat(EventContracts.own().faultsOf(event.type(), event.data()))
                    .isEmpty();
        });
        assertThat(said).extracting(SeenEvent::sequence).isSorted().doesNotHaveDuplicates();
        SeenEvent last = said.getLast();
        assertThat(last.data().at("/matched/amount").asLong()).isEqualTo(400);
        assertThat(last.data().path("granted")).isEqualTo(last.data().path("matched"));
        assertThat(last.data().path("released").asBoolean()).isTrue();
    }

    @Test
    void refusesAnotherCurrencyAndCountsIt() {
        String campaign = scene.campaign();
        String allowance = UUID.randomUUID().toString();

        tell(GRANTED, campaign, allowance, 1, granted(campaign, allowance, 1_000, "CHF"));

        await().until(() -> meters.find("quartier.allowance.rejected")
                        .tag("reason", "wrongcurrency")
                        .counter()
                != null);
        assertThat(scene.campaignOf(campaign).json().path("allowances")).isEmpty();
    }

    @Test
    void putsAsideWhatIsForACampaignThatNeverComes() {
        String nowhere = UUID.randomUUID().toString();
        String allowance = UUID.randomUUID().toString();

        tell(GRANTED, nowhere, allowance, 1, granted(nowhere, allowance, 1_000, "EUR"));

        List<SeenEvent> dead = events.await(
                "error." + ALLOWANCES + "." + group,
                event -> event.data().path("allowance").asString("").equals(allowance),
                1);
        assertThat(dead.getFirst().key()).isEqualTo(nowhere);
    }

    private void tell(String type, String campaign, String allowance, long sequence, Map<String, Object> data) {
        events.publish(ALLOWANCES, type, allowance, campaign, sequence, data);
    }

    private static Map<String, Object> granted(String campaign, String allowance, long amount, String currency) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("allowance", allowance);
        data.put("fund", "f1");
        data.put("campaign", campaign);
        data.put("granted", Map.of("amount", amount, "currency", currency));
        data.put("rule", Map.of("kind", "proportional", "ratioBasisPoints", 1_000, "fromMinorUnits", 0));
        return data;
    }

    private long leftOf(String campaign) {
        return scene.campaignOf(campaign)
                .json()
                .path("allowances")
                .path(0)
                .path("left")
                .path("amount")
                .asLong(-1);
    }
}
