package quartier.inkind.need.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import quartier.inkind.need.HearOfProject;
import quartier.inkind.need.ProjectStanding;
import quartier.inkind.need.Standing;
import quartier.platform.messaging.ReceivedEvent;

/**
 * Follows {@code quartier.catalog.projects} and its topic of states, two bindings that are heard in no order: each event
 * says with its sequence how new it is. An event of an unknown type is counted.
 */
@Configuration(proxyBeanMethods = false)
class ProjectListener {

    private final HearOfProject hear;
    private final MeterRegistry meters;

    ProjectListener(HearOfProject hear, MeterRegistry meters) {
        this.hear = hear;
        this.meters = meters;
    }

    @Bean("projects")
    Consumer<Message<byte[]>> projects() {
        return message -> {
            ReceivedEvent event = ReceivedEvent.from(message);
            switch (event.type()) {
                case "quartier.project.launched.v1" ->
                    hear.launched(
                            event.subject(), event.dataAs(LaunchedProject.class).published(event));
                case "quartier.project.suspended.v1" -> hear.stands(standing(event, Standing.SUSPENDED));
                case "quartier.project.resumed.v1" -> hear.stands(standing(event, Standing.RUNNING));
                case "quartier.project.cancelled.v1", "quartier.project.realised.v1" ->
                    hear.stands(standing(event, Standing.ENDED));
                case "quartier.project.submitted.v1",
                        "quartier.project.changes-requested.v1",
                        "quartier.project.refused.v1",
                        "quartier.project.approved.v1",
                        "quartier.project.updated.v1",
                        "quartier.project.tier-closed.v1",
                        "quartier.project.silent.v1" -> {
                    // Says nothing about needs.
                }
                default -> unknown(event);
            }
        };
    }

    @Bean("projectStates")
    Consumer<Message<byte[]>> projectStates() {
        return message -> {
            ReceivedEvent event = ReceivedEvent.from(message);
            switch (event.type()) {
                case "quartier.project.state.v1" ->
                    event.dataAs(ProjectState.class)
                            .standing()
                            .ifPresent(standing -> hear.stands(standing(event, standing)));
                default -> unknown(event);
            }
        };
    }

    private void unknown(ReceivedEvent event) {
        meters.counter("quartier.events.unknown", "type", event.type()).increment();
    }

    private static ProjectStanding standing(ReceivedEvent event, Standing standing) {
        return new ProjectStanding(event.subject(), standing, event.sequence());
    }
}
