package quartier.catalog.project;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.catalog.project.ProjectMother.ALEXIS;
import static quartier.catalog.project.ProjectMother.NOW;
import static quartier.catalog.project.ProjectMother.accepted;
import static quartier.catalog.project.ProjectMother.approved;
import static quartier.catalog.project.ProjectMother.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import quartier.catalog.project.Decision.Accepted;
import quartier.catalog.project.Decision.Repeated;

class SilenceTest {

    private static final Instant AFTER_45_DAYS = NOW.plus(Duration.ofDays(45));

    @Test
    void remindsTheOwnerOnceAfterFortyFiveDaysWithoutNews() {
        assertThat(Silence.remind(live(), AFTER_45_DAYS.minusMillis(1))).isInstanceOf(Repeated.class);

        Accepted reminded = (Accepted) Silence.remind(live(), AFTER_45_DAYS);

        assertThat(reminded.events()).isEqualTo(List.of(new ProjectEvent.ProjectSilent(NOW)));
        assertThat(Silence.remind(reminded.project(), AFTER_45_DAYS.plus(Duration.ofDays(30))))
                .isInstanceOf(Repeated.class);
    }

    @Test
    void countsAnewFromEachNews() {
        Accepted reminded = (Accepted) Silence.remind(live(), AFTER_45_DAYS);
        Project spoken = accepted(
                reminded.project(),
                new Command.Post(ALEXIS, AFTER_45_DAYS, new Update("u1", "Du neuf", "Enfin.", AFTER_45_DAYS)));

        assertThat(Silence.remind(spoken, AFTER_45_DAYS.plus(Duration.ofDays(44))))
                .isInstanceOf(Repeated.class);
        assertThat(Silence.remind(spoken, AFTER_45_DAYS.plus(Duration.ofDays(45))))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void marksThePageFifteenDaysAfterTheReminder() {
        assertThat(Silence.markedFrom(live())).contains(NOW.plus(Duration.ofDays(60)));
    }

    @Test
    void waitsForNoNewsOfWhatIsNotLaunchedOrIsDone() {
        assertThat(Silence.since(approved())).isEmpty();
        assertThat(Silence.since(live().in(ProjectState.REALISED))).isEmpty();
        assertThat(Silence.since(live().in(ProjectState.NOT_FUNDED))).isEmpty();
    }
}
