package quartier.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static quartier.e2e.Campaign.GOOD_CARD;
import static quartier.e2e.Campaign.ok;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class NotFundedJourneyIT {

    private final RunningSystem system = RunningSystem.get();

    @Test
    void everyBackerIsGivenBackAllWhenTheMinimumIsNotReached() {
        Campaign campaign = Campaign.launched(system, "La piste sous la halle", 2000);
        String remi =
                ok(campaign.pledge(system.as("remi").withKey(), 60, GOOD_CARD)).at("/id");
        String clement = ok(campaign.pledge(system.as("clement").withKey(), 25, GOOD_CARD))
                .at("/id");

        system.moveClock("+32d");
        campaign.awaitProjectState("not_funded");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(ok(system.as("remi").get("/api/pledge/v1/pledges/" + remi))
                            .at("/state"))
                    .isEqualTo("refunded");
            assertThat(ok(system.as("clement").get("/api/pledge/v1/pledges/" + clement))
                            .at("/state"))
                    .isEqualTo("refunded");
        });
        var statement = campaign.statement();
        assertThat(statement.at("/refunded/amount").asLong()).isEqualTo(8_500);
        assertThat(statement.at("/net/amount").asLong()).isZero();
        var audit = system.audit();
        assertThat(audit.exit()).as(audit.printed()).isZero();
    }
}
