package quartier.catalog.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import quartier.catalog.delivery.Parcel.State;

class RetentionTest {

    private static final Instant GIVEN = Instant.parse("2026-11-24T10:00:00Z");

    @Test
    void keepsAnAddressWhileItIsNeeded() {
        assertThat(isOver(parcel(true, null, null), Duration.ofDays(539))).isFalse();
        assertThat(isOver(parcel(true, null, null), Duration.ofDays(540))).isTrue();
    }

    @Test
    void erasesItNinetyDaysAfterTheSending() {
        assertThat(isOver(parcel(true, GIVEN, null), Duration.ofDays(89))).isFalse();
        assertThat(isOver(parcel(true, GIVEN, null), Duration.ofDays(90))).isTrue();
    }

    @Test
    void erasesItThirtyDaysAfterTheReception() {
        assertThat(isOver(parcel(true, GIVEN, GIVEN), Duration.ofDays(29))).isFalse();
        assertThat(isOver(parcel(true, GIVEN, GIVEN), Duration.ofDays(30))).isTrue();
    }

    @Test
    void erasesAtOnceWhatNoPledgeStandsBehind() {
        assertThat(isOver(parcel(false, null, null), Duration.ZERO)).isTrue();
        assertThat(Retention.isOver(GIVEN, null, GIVEN)).isTrue();
    }

    private static boolean isOver(Parcel parcel, Duration later) {
        return Retention.isOver(GIVEN, parcel, GIVEN.plus(later));
    }

    private static Parcel parcel(boolean due, @Nullable Instant sent, @Nullable Instant received) {
        return new Parcel("pl", "p1", "m-remi", "t1", due, State.AWAITED, null, sent, received, true);
    }
}
