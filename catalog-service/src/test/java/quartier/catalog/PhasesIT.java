package quartier.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.catalog.ContestDriver.call;
import static quartier.catalog.ContestDriver.path;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import quartier.catalog.contest.TellPhases;
import quartier.testing.EventContracts;
import quartier.testing.QuartierIT;
import quartier.testing.SeenEvent;
import quartier.testing.TestClock;
import quartier.testing.TestEvents;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;

/** Nobody brings a date about, and yet those whom it concerns are told. */
@QuartierIT
class PhasesIT extends CallSeason {

    private static final Set<String> TOLD = Set.of("quartier.call.phase-began.v1", "quartier.call.result-published.v1");

    private final TestEvents events;
    private final TellPhases phases;

    @Autowired
    PhasesIT(TestHttp http, TestTokens tokens, TestEvents events, TestClock clock, TellPhases phases) {
        super(http, tokens, clock);
        this.events = events;
        this.phases = phases;
    }

    @Test
    void tellsEachPhaseOnceWithTheProjectsThatItConcerns() {
        String call = contest.announced(call());
        String entered = contest.entered(call, "Le concerné");
        for (Instant now : List.of(OPEN, JURY, VOTE, RESULT)) {
            clock.moveTo(now);
            phases.tell();
            phases.tell();
        }
        // It comes after them in the same partition: once it is seen, nothing else comes.
        assertThat(contest.staff()
                        .put(path(call) + "/result", Map.of("awards", List.of()))
                        .status())
                .isEqualTo(200);

        List<SeenEvent> told = events.await(
                "quartier.catalog.calls", event -> event.key().equals(call) && TOLD.contains(event.type()), 4);

        assertThat(told)
                .extracting(event -> event.data().path("phase").asString("result"))
                .containsExactlyInAnyOrder("apply", "jury", "preference", "result");
        for (SeenEvent event : told) {
            assertThat(EventContracts.own().faultsOf(event.type(), event.data()))
                    .isEmpty();
            String project = event.data().at("/projects/0/project").asString("");
            switch (event.data().path("phase").asString("result")) {
                case "jury", "preference" -> assertThat(project).isEqualTo(entered);
                default -> assertThat(project).isEmpty();
            }
        }
    }
}
