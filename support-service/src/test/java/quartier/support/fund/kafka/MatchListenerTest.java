package quartier.support.fund.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quartier.support.fund.MatchReport;
import quartier.testing.EventContracts;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the example of the pledge-service. */
class MatchListenerTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void readsWhatACampaignMatched() {
        String example = EventContracts.of("pledge-service").example("quartier.campaign.match-changed.v1");

        MatchReport report = JSON.readValue(example, MatchChanged.class).report(12);

        assertThat(report)
                .isEqualTo(new MatchReport(
                        "6f1f7f0a-58a3-5f0e-9d10-2f3c1b7f9e21",
                        "0d9c3a50-92d2-3c9a-8f0e-6a2d7f5a1b44",
                        94_000,
                        "EUR",
                        false,
                        12));
    }
}
