package quartier.support.radar.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import quartier.support.radar.CampaignState;
import quartier.support.radar.CampaignTotals;
import quartier.support.radar.EmergingProject;
import quartier.support.radar.EmergingProjects;
import quartier.support.radar.LaunchedProject;
import quartier.support.radar.OpenNeed;
import quartier.support.radar.RadarCriteria;
import quartier.support.radar.Standing;
import quartier.testing.EventContracts;

/** Reads the examples of the services that it listens to. */
class RadarListenersTest {

    private static final EventContracts CATALOG = EventContracts.of("catalog-service");
    private static final EventContracts PLEDGE = EventContracts.of("pledge-service");
    private static final EventContracts INKIND = EventContracts.of("inkind-service");
    private static final String SUBJECT = "the-subject";

    private final Heard heard = new Heard();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RadarListeners listeners = new RadarListeners(heard, meters);

    @Test
    void readsTheCatalogsLaunch() {
        listeners
                .projects()
                .accept(message("quartier.project.launched.v1", CATALOG.example("quartier.project.launched.v1")));

        LaunchedProject launched = heard.launched.getFirst();
        assertThat(launched.title()).isEqualTo("Le Kfé du 33");
        assertThat(launched.territoryPath()).containsExactly("auvergne-rhone-alpes", "lyon");
        assertThat(launched.launchedAt()).isEqualTo(Instant.parse("2026-11-23T09:30:00Z"));
        assertThat(launched.goalMinorUnits()).isEqualTo(600_000);
        assertThat(launched.currency()).isEqualTo("EUR");
        assertThat(launched.minimumPercent()).isEqualTo(30);
        assertThat(launched.minimumBackers()).isEqualTo(10);
    }

    @Test
    void followsHowAProjectStands() {
        for (String what : List.of("suspended", "resumed", "cancelled", "realised")) {
            String type = "quartier.project." + what + ".v1";
            listeners.projects().accept(message(type, CATALOG.example(type)));
        }

        assertThat(heard.standings)
                .containsExactly(Standing.SUSPENDED, Standing.RUNNING, Standing.CANCELLED, Standing.REALISED);
    }

    @Test
    void readsTheTotalsOfACampaign() {
        String type = "quartier.campaign.totals.v1";
        listeners.campaigns().accept(message(type, PLEDGE.example(type)));

        assertThat(heard.totals).hasSize(1);
        assertThat(heard.totals.getFirst().collectedMinorUnits()).isPositive();
        assertThat(heard.totals.getFirst().percent()).isPositive();
        assertThat(heard.totals.getFirst().backers()).isPositive();
    }

    @Test
    void followsTheEndOfACampaign() {
        for (String what : List.of("closing", "funded", "not-funded", "cancelled")) {
            String type = "quartier.campaign." + what + ".v1";
            listeners.campaigns().accept(message(type, PLEDGE.example(type)));
        }

        assertThat(heard.states)
                .containsExactly(
                        CampaignState.CLOSING, CampaignState.FUNDED, CampaignState.NOT_FUNDED, CampaignState.CANCELLED);
    }

    @Test
    void readsTheStateOfANeed() {
        String type = "quartier.need.state.v1";
        listeners.needs().accept(message(type, INKIND.example(type)));

        assertThat(heard.needs)
                .containsExactly(
                        new OpenNeed("le-kfe-du-33.n1", "le-kfe-du-33", "labour", "Repeindre la salle", 2, true));
    }

    @Test
    void leavesTheOtherEventsOfItsTopicsAlone() {
        for (String what : List.of("submitted", "changes-requested", "refused", "approved", "updated")) {
            listeners.projects().accept(message("quartier.project." + what + ".v1", "{}"));
        }
        for (String what : List.of("opened", "match-changed", "paid-out", "settled")) {
            listeners.campaigns().accept(message("quartier.campaign." + what + ".v1", "{}"));
        }

        assertThat(meters.find("quartier.events.unknown").counter()).isNull();
    }

    @Test
    void countsEventsOfAnUnknownType() {
        listeners.projects().accept(message("quartier.project.invented.v1", "{}"));
        listeners.campaigns().accept(message("quartier.campaign.invented.v1", "{}"));
        listeners.needs().accept(message("quartier.need.invented.v1", "{}"));

        assertThat(meters.find("quartier.events.unknown").counters()).hasSize(3);
    }

    private static Message<byte[]> message(String type, String json) {
        return MessageBuilder.withPayload(json.getBytes(UTF_8))
                .setHeader("ce_id", "e1")
                .setHeader("ce_type", type)
                .setHeader("ce_source", "/test")
                .setHeader("ce_subject", SUBJECT)
                .setHeader("ce_sequence", "7")
                .setHeader("ce_time", "2026-11-23T09:30:00Z")
                .build();
    }

    /** Remembers what it is told, and answers nothing. */
    private static final class Heard implements EmergingProjects {
        final List<LaunchedProject> launched = new ArrayList<>();
        final List<Standing> standings = new ArrayList<>();
        final List<CampaignTotals> totals = new ArrayList<>();
        final List<CampaignState> states = new ArrayList<>();
        final List<OpenNeed> needs = new ArrayList<>();

        @Override
        public void launched(LaunchedProject project, long sequence) {
            launched.add(project);
        }

        @Override
        public void stands(String project, Standing standing, long sequence) {
            assertThat(project).isEqualTo(SUBJECT);
            standings.add(standing);
        }

        @Override
        public void collected(String project, CampaignTotals now, long sequence) {
            assertThat(project).isEqualTo(SUBJECT);
            totals.add(now);
        }

        @Override
        public void collectionIs(String project, CampaignState state, long sequence) {
            assertThat(project).isEqualTo(SUBJECT);
            states.add(state);
        }

        @Override
        public void needs(OpenNeed need, long sequence) {
            needs.add(need);
        }

        @Override
        public Optional<EmergingProject> find(String project) {
            return Optional.empty();
        }

        @Override
        public List<EmergingProject> find(Collection<String> projects) {
            return List.of();
        }

        @Override
        public List<EmergingProject> search(RadarCriteria criteria) {
            return List.of();
        }

        @Override
        public List<OpenNeed> openNeedsOf(Collection<String> projects) {
            return List.of();
        }
    }
}
