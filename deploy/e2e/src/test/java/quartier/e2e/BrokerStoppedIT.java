package quartier.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static quartier.e2e.Campaign.GOOD_CARD;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BrokerStoppedIT {

    private final RunningSystem system = RunningSystem.get();

    @Test
    void pledgingGoesOnWithoutTheBrokerAndTheEventsFollowLater() {
        Campaign campaign = Campaign.launched(system, "Les bancs du canal", 800);
        system.stop("broker");
        try {
            for (int i = 0; i < 20; i++) {
                assertThat(campaign.pledge(system.as("remi").withKey(), 20, GOOD_CARD)
                                .at("/state"))
                        .isEqualTo("confirmed");
            }
            assertThat(campaign.collectedCents()).isEqualTo(40_000);
            assertThat(campaign.project().at("/totals/collected/amount").asLong())
                    .isZero();
        } finally {
            system.start("broker");
        }
        await().atMost(Duration.ofSeconds(120))
                .untilAsserted(() -> assertThat(campaign.project()
                                .at("/totals/collected/amount")
                                .asLong())
                        .isEqualTo(40_000));
        var audit = system.audit();
        assertThat(audit.exit()).as(audit.printed()).isZero();
    }
}
