package quartier.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import quartier.testing.QuartierIT;
import quartier.testing.SeenEvent;
import quartier.testing.TestEvents;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;

/** The catalog shows what pledge-service decides, however the bus delivers it. */
@QuartierIT
class CampaignEventsIT {

    private static final String CAMPAIGNS = "quartier.pledge.campaigns";
    private static final String TOTALS = "quartier.campaign.totals.v1";

    private final TestEvents events;
    private final MeterRegistry meters;
    private final CatalogDriver catalog;
    private final String group;

    @Autowired
    CampaignEventsIT(
            TestHttp http, TestTokens tokens, TestEvents events, MeterRegistry meters, Environment environment) {
        this.events = events;
        this.meters = meters;
        this.catalog = new CatalogDriver(http, tokens);
        this.group = environment.getRequiredProperty("spring.cloud.stream.default.group");
    }

    @Test
    void showsTotalsAsTheyGrow() {
        String id = catalog.launched();

        totals(id, 3, "live", 180_000, 30, 12);

        await().untilAsserted(() -> {
            assertThat(catalog.read(id).at("/totals/collected/amount")).isEqualTo("180000");
            assertThat(catalog.read(id).at("/totals/percent")).isEqualTo("30");
            assertThat(catalog.read(id).at("/totals/backers")).isEqualTo("12");
            assertThat(catalog.read(id).at("/state")).isEqualTo("live");
        });
    }

    @Test
    void ignoresWhatItHasHeardAndWhatIsOlder() {
        String id = catalog.launched();
        totals(id, 5, "live", 200_000, 33, 20);
        totals(id, 5, "live", 200_000, 33, 20);
        totals(id, 4, "live", 100_000, 16, 10);
        // It comes after them in the same partition: once it is seen, they have been looked at.
        totals(id, 6, "live", 200_100, 33, 21);

        await().until(() -> catalog.read(id).at("/totals/backers").equals("21"));

        long version = catalog.read(id).json().path("version").asLong();
        assertThat(version).isEqualTo(4 + 2);
    }

    @Test
    void goesThroughClosingToTheOutcomeAndTellsTheNewState() {
        String id = catalog.launched();
        events.publish(
                CAMPAIGNS, "quartier.campaign.closing.v1", id, 8, Map.of("campaign", id, "at", "2027-01-22T23:00:00Z"));
        await().until(() -> catalog.read(id).at("/state").equals("closing"));
        events.publish(
                CAMPAIGNS,
                "quartier.campaign.not-funded.v1",
                id,
                9,
                Map.of(
                        "campaign",
                        id,
                        "goal",
                        CatalogDriver.euros(6_000),
                        "collected",
                        CatalogDriver.euros(640),
                        "backers",
                        21));
        await().until(() -> catalog.read(id).at("/state").equals("not_funded"));

        List<SeenEvent> states = events.await(
                "quartier.catalog.projects.state", event -> event.subject().equals(id), 3);
        assertThat(states)
                .extracting(event -> event.data().path("state").asString())
                .containsExactly("live", "closing", "not_funded");
    }

    @Test
    void putsNewsOfUnknownCampaignsAndUnreadableOnesAside() {
        events.publish(
                CAMPAIGNS,
                "quartier.campaign.closing.v1",
                "never-launched",
                1,
                Map.of("campaign", "never-launched", "at", "2027-01-22T23:00:00Z"));
        events.publishPoison(CAMPAIGNS, "never-launched", "{broken");

        List<SeenEvent> dead = events.await("error." + CAMPAIGNS + "." + group, event -> true, 2);
        assertThat(dead).hasSize(2);

        String id = catalog.launched();
        totals(id, 3, "live", 500, 0, 1);
        await().until(() -> catalog.read(id).at("/totals/backers").equals("1"));
    }

    @Test
    void countsEventsOfAnUnknownType() {
        events.publish(CAMPAIGNS, "quartier.campaign.praised.v1", "p1", 1, Map.of("campaign", "p1"));

        await().untilAsserted(() -> assertThat(
                        meters.counter("quartier.events.unknown", "type", "quartier.campaign.praised.v1")
                                .count())
                .isPositive());
    }

    private void totals(String id, long sequence, String state, long collected, int percent, int backers) {
        events.publish(
                CAMPAIGNS,
                TOTALS,
                id,
                sequence,
                Map.of(
                        "campaign",
                        id,
                        "state",
                        state,
                        "collected",
                        Map.of("amount", collected, "currency", "EUR"),
                        "backers",
                        backers,
                        "percent",
                        percent,
                        "tiers",
                        List.of()));
    }
}
