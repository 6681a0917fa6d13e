package quartier.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import quartier.gateway.call.Money;

final class ProgressBarTest {

    @Test
    void roundsDownSoThatNoGoalIsReachedTooEarly() {
        ProgressBar almost = ProgressBar.of(new Money(599_999, "EUR"), Money.euros(6_000), List.of());
        assertThat(almost.percent()).isEqualTo(99);
        assertThat(almost.isReached()).isFalse();
    }

    @Test
    void makesRoomForStretchGoalsAndForMoreThanAsked() {
        ProgressBar bar = ProgressBar.of(
                Money.euros(9_000), Money.euros(6_000), List.of(Money.euros(8_000), Money.euros(12_000)));
        assertThat(bar.percent()).isEqualTo(150);
        assertThat(bar.goalAt()).isEqualTo(500);
        assertThat(bar.filled()).isEqualTo(750);
        assertThat(bar.stretch()).extracting(ProgressBar.Mark::reached).containsExactly(true, false);
    }

    @Test
    void showsNothingForADraftWithoutAGoal() {
        ProgressBar bar = ProgressBar.of(null, Money.euros(0), List.of());
        assertThat(bar.percent()).isZero();
        assertThat(bar.filled()).isZero();
    }
}
