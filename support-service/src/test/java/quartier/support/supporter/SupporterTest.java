package quartier.support.supporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SupporterTest {

    private static final Agent INES = new Agent("m-ines", Set.of());
    private static final Agent BY_ROLE = new Agent("m-paul", Set.of("ville-de-lyon"));
    private static final Agent STRANGER = new Agent("m-remi", Set.of("froid-du-rhone"));

    @Test
    void letsNobodyActBeforeItIsApproved() {
        assertThat(registered().letsAct(INES)).isFalse();
        assertThat(registered().letsAct(BY_ROLE)).isFalse();
    }

    @Test
    void letsItsRegistrantAndRoleHoldersActOnceApproved() {
        Supporter approved = changed(registered().approve());

        assertThat(approved.agents()).containsExactly("m-ines");
        assertThat(approved.letsAct(INES)).isTrue();
        assertThat(approved.letsAct(BY_ROLE)).isTrue();
        assertThat(approved.letsAct(STRANGER)).isFalse();
    }

    @Test
    void letsNobodyActWhileItIsSuspended() {
        Supporter suspended = changed(changed(registered().approve()).suspend());

        assertThat(suspended.letsAct(INES)).isFalse();
        assertThat(changed(suspended.approve()).letsAct(INES)).isTrue();
    }

    @Test
    void repeatsAJudgementWithoutChangingAnything() {
        Supporter approved = changed(registered().approve());

        assertThat(approved.approve()).isEqualTo(new Judgement.Unchanged(approved));
    }

    @Test
    void refusesToSuspendWhatWasNeverApproved() {
        assertThat(registered().suspend()).isEqualTo(new Judgement.WrongState());
    }

    private static Supporter registered() {
        return new Supporter(
                "ville-de-lyon",
                "Ville de Lyon",
                SupporterKind.PUBLIC,
                null,
                null,
                "m-ines",
                "registration-1",
                "print-1",
                Instant.parse("2026-11-02T10:00:00Z"),
                SupporterState.REGISTERED,
                List.of());
    }

    private static Supporter changed(Judgement judgement) {
        return switch (judgement) {
            case Judgement.Changed(Supporter supporter) -> supporter;
            case Judgement.Unchanged _, Judgement.WrongState _ -> throw new AssertionError(judgement);
        };
    }
}
