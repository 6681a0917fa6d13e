package quartier.support.radar.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import quartier.platform.messaging.ReceivedEvent;
import quartier.support.radar.CampaignState;
import quartier.support.radar.EmergingProjects;
import quartier.support.radar.Standing;

/** Follows projects, campaigns and needs. An event of an unknown type is counted and left alone. */
@Configuration(proxyBeanMethods = false)
class RadarListeners {

    private final EmergingProjects projects;
    private final MeterRegistry meters;

    RadarListeners(EmergingProjects projects, MeterRegistry meters) {
        this.projects = projects;
        this.meters = meters;
    }

    @Bean("projects")
    Consumer<Message<byte[]>> projects() {
        return message -> {
            ReceivedEvent event = ReceivedEvent.from(message);
            switch (event.type()) {
                case "quartier.project.launched.v1" ->
                    projects.launched(event.dataAs(ProjectEvent.class).launched(), event.sequence());
                case "quartier.project.suspended.v1" -> stands(event, Standing.SUSPENDED);
                case "quartier.project.resumed.v1" -> stands(event, Standing.RUNNING);
                case "quartier.project.cancelled.v1" -> stands(event, Standing.CANCELLED);
                case "quartier.project.realised.v1" -> stands(event, Standing.REALISED);
                case "quartier.project.submitted.v1",
                        "quartier.project.changes-requested.v1",
                        "quartier.project.refused.v1",
                        "quartier.project.approved.v1",
                        "quartier.project.updated.v1",
                        "quartier.project.tier-closed.v1",
                        "quartier.project.silent.v1" -> {
                    // Not launched yet, or nothing that the radar shows.
                }
                default -> unknown(event);
            }
        };
    }

    @Bean("campaigns")
    Consumer<Message<byte[]>> campaigns() {
        return message -> {
            ReceivedEvent event = ReceivedEvent.from(message);
            switch (event.type()) {
                case "quartier.campaign.totals.v1" ->
                    projects.collected(
                            event.subject(), event.dataAs(TotalsEvent.class).totals(), event.sequence());
                case "quartier.campaign.closing.v1" -> collectionIs(event, CampaignState.CLOSING);
                case "quartier.campaign.funded.v1" -> collectionIs(event, CampaignState.FUNDED);
                case "quartier.campaign.not-funded.v1" -> collectionIs(event, CampaignState.NOT_FUNDED);
                case "quartier.campaign.cancelled.v1" -> collectionIs(event, CampaignState.CANCELLED);
                case "quartier.campaign.opened.v1",
                        "quartier.campaign.match-changed.v1",
                        "quartier.campaign.paid-out.v1",
                        "quartier.campaign.settled.v1" -> {
                    // Changes nothing that the radar shows.
                }
                default -> unknown(event);
            }
        };
    }

    @Bean("needs")
    Consumer<Message<byte[]>> needs() {
        return message -> {
            ReceivedEvent event = ReceivedEvent.from(message);
            switch (event.type()) {
                case "quartier.need.state.v1" ->
                    projects.needs(event.dataAs(NeedEvent.class).openNeed(), event.sequence());
                default -> unknown(event);
            }
        };
    }

    private void stands(ReceivedEvent event, Standing standing) {
        projects.stands(event.subject(), standing, event.sequence());
    }

    private void collectionIs(ReceivedEvent event, CampaignState state) {
        projects.collectionIs(event.subject(), state, event.sequence());
    }

    private void unknown(ReceivedEvent event) {
        meters.counter("quartier.events.unknown", "type", event.type()).increment();
    }
}
