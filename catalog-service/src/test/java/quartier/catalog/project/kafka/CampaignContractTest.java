package quartier.catalog.project.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quartier.catalog.project.CampaignNews;
import quartier.catalog.project.ProjectState;
import quartier.catalog.project.Totals;
import quartier.platform.messaging.ReceivedEvent;
import quartier.testing.EventContracts;

/** Reads pledge-service's own examples. */
class CampaignContractTest {

    private static final EventContracts PLEDGE = EventContracts.of("pledge-service");

    @Test
    void readsTotals() {
        CampaignNews news = news("quartier.campaign.totals.v1");

        Totals totals = Objects.requireNonNull(news.totals());
        assertThat(totals.collectedMinorUnits()).isPositive();
        assertThat(totals.backers()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "quartier.campaign.closing.v1, CLOSING",
        "quartier.campaign.funded.v1, FUNDED",
        "quartier.campaign.not-funded.v1, NOT_FUNDED",
        "quartier.campaign.cancelled.v1, CANCELLED"
    })
    void readsHowACampaignEnds(String type, ProjectState state) {
        assertThat(news(type).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"quartier.campaign.funded.v1", "quartier.campaign.not-funded.v1"})
    void readsTheLastTotalsWithTheVerdict(String type) {
        assertThat(news(type).totals()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quartier.campaign.opened.v1",
                "quartier.campaign.match-changed.v1",
                "quartier.campaign.paid-out.v1",
                "quartier.campaign.settled.v1"
            })
    void knowsWhatItHasNoUseFor(String type) {
        assertThat(CampaignNewsReader.read(event(type, PLEDGE.example(type))))
                .isInstanceOf(CampaignNewsReader.OfNoConcern.class);
    }

    @Test
    void tellsApartWhatItDoesNotKnow() {
        assertThat(CampaignNewsReader.read(event("quartier.campaign.praised.v1", "{}")))
                .isEqualTo(new CampaignNewsReader.Unknown("quartier.campaign.praised.v1"));
    }

    @Test
    void leavesLiveAndSuspendedToTheCatalog() {
        String totals = "{\"campaign\":\"p1\",\"state\":\"live\",\"collected\":{\"amount\":100,\"currency\":\"EUR\"}}";

        assertThat(((CampaignNewsReader.News) CampaignNewsReader.read(event("quartier.campaign.totals.v1", totals)))
                        .news()
                        .state())
                .isNull();
    }

    private static CampaignNews news(String type) {
        return ((CampaignNewsReader.News) CampaignNewsReader.read(event(type, PLEDGE.example(type)))).news();
    }

    private static ReceivedEvent event(String type, String json) {
        return new ReceivedEvent("e1", type, "/pledge-service", "p1", 7, Instant.EPOCH, json);
    }
}
