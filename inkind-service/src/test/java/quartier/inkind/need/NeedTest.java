package quartier.inkind.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quartier.inkind.need.NeedMother.INES;
import static quartier.inkind.need.NeedMother.NOW;
import static quartier.inkind.need.NeedMother.OWNER;
import static quartier.inkind.need.NeedMother.REMI;
import static quartier.inkind.need.NeedMother.after;
import static quartier.inkind.need.NeedMother.id;
import static quartier.inkind.need.NeedMother.needOf;
import static quartier.inkind.need.NeedMother.offer;

import java.util.List;
import org.junit.jupiter.api.Test;

class NeedTest {

    @Test
    void keepsAnOfferWaitingUntilItsOwnerAnswers() {
        var offer = offer("a", REMI, 2);

        Decision decision = needOf(3).offer(offer);

        assertThat(decision).isInstanceOfSatisfying(Decision.Changed.class, changed -> {
            assertThat(changed.commitment()).isEqualTo(new Commitment.Waiting(offer));
            assertThat(changed.events()).containsExactly(new NeedEvent.NeedAnswered(offer));
            assertThat(changed.need().promised()).isEqualTo(2);
            assertThat(changed.need().accepted()).isZero();
            assertThat(changed.need().open()).isTrue();
        });
    }

    @Test
    void answersTheSameOfferTheSameAndKeepsItOnce() {
        Need answered = after(needOf(3).offer(offer("a", REMI, 2)));

        Decision again = answered.offer(offer("a", REMI, 2));

        assertThat(again).isEqualTo(new Decision.Unchanged(answered, new Commitment.Waiting(offer("a", REMI, 2))));
    }

    @Test
    void refusesAnotherOfferUnderTheSameKey() {
        Need answered = after(needOf(3).offer(offer("a", REMI, 2)));

        assertRefused(answered.offer(offer("a", REMI, 1)), new Rejection.KeyReused());
    }

    @Test
    void refusesAnOfferByTheOwner() {
        assertRefused(needOf(3).offer(offer("a", OWNER, 1)), new Rejection.OwnNeed());
    }

    @Test
    void refusesAnOfferForMoreThanIsLeft() {
        assertRefused(needOf(3).offer(offer("a", REMI, 4)), new Rejection.MoreThanLeft(3));
    }

    @Test
    void refusesASecondOfferWhileTheMembersFirstWaits() {
        Need answered = after(needOf(3).offer(offer("a", REMI, 1)));

        assertRefused(answered.offer(offer("b", REMI, 1)), new Rejection.AnswerPending());
    }

    @Test
    void refusesMoreOffersThanOneDocumentHolds() {
        Need need = needOf(3);
        for (int i = 0; i < Need.MOST_OFFERS; i++) {
            need = after(need.offer(offer("o" + i, "m-" + i, 1)));
        }

        assertRefused(need.offer(offer("last", REMI, 1)), new Rejection.TooManyOffers(Need.MOST_OFFERS));
    }

    @Test
    void isFilledByTheAcceptanceThatTakesTheLastUnit() {
        Need answered = after(needOf(2).offer(offer("a", REMI, 2)));

        Decision accepted = answered.accept(id("a"), OWNER, NOW);

        assertThat(accepted).isInstanceOfSatisfying(Decision.Changed.class, changed -> {
            assertThat(changed.events())
                    .containsExactly(new NeedEvent.CommitmentAgreed(offer("a", REMI, 2)), new NeedEvent.NeedFilled());
            assertThat(changed.need().open()).isFalse();
            assertThat(changed.need().left()).isZero();
        });
    }

    @Test
    void refusesToAcceptBeyondItsQuantity() {
        Need need = after(needOf(2).offer(offer("a", REMI, 2)));
        need = after(need.offer(offer("b", INES, 1)));
        need = after(need.accept(id("b"), OWNER, NOW));

        assertRefused(need.accept(id("a"), OWNER, NOW), new Rejection.MoreThanLeft(1));
    }

    @Test
    void refusesOffersAndAcceptancesOnceFilled() {
        Need need = after(needOf(1).offer(offer("a", REMI, 1)));
        need = after(need.offer(offer("b", INES, 1)));
        need = after(need.accept(id("a"), OWNER, NOW));

        assertRefused(need.accept(id("b"), OWNER, NOW), new Rejection.NeedFilled());
        assertRefused(need.offer(offer("c", "m-marc", 1)), new Rejection.NeedFilled());
    }

    @Test
    void isOpenAgainWhenAnAgreedOfferIsWithdrawn() {
        Need filled = after(after(needOf(1).offer(offer("a", REMI, 1))).accept(id("a"), OWNER, NOW));

        Need reopened = after(filled.withdraw(id("a"), REMI, NOW));

        assertThat(reopened.open()).isTrue();
        assertThat(reopened.left()).isEqualTo(1);
        assertThat(reopened.promised()).isZero();
    }

    @Test
    void goesFromAgreedToDoneToThanked() {
        Need need = after(after(needOf(1).offer(offer("a", REMI, 1))).accept(id("a"), OWNER, NOW));
        need = after(need.done(id("a"), OWNER, NOW));
        assertThat(need.done()).isEqualTo(1);

        Decision thanked = need.thank(id("a"), OWNER, "Merci !", NOW);

        assertThat(thanked).isInstanceOfSatisfying(Decision.Changed.class, changed -> {
            assertThat(changed.commitment())
                    .isEqualTo(new Commitment.Thanked(offer("a", REMI, 1), NOW, NOW, "Merci !", NOW));
            assertThat(changed.events()).containsExactly(new NeedEvent.CommitmentThanked(offer("a", REMI, 1)));
        });
    }

    @Test
    void refusesToThankForWorkThatIsNotDone() {
        Need agreed = after(after(needOf(1).offer(offer("a", REMI, 1))).accept(id("a"), OWNER, NOW));

        assertRefused(agreed.thank(id("a"), OWNER, "Merci", NOW), new Rejection.WrongState());
    }

    @Test
    void refusesToAcceptWhatWasDeclinedOrWithdrawn() {
        Need need = after(after(needOf(1).offer(offer("a", REMI, 1))).decline(id("a"), OWNER, "Déjà trouvé", NOW));
        need = after(after(need.offer(offer("b", REMI, 1))).withdraw(id("b"), REMI, NOW));

        assertRefused(need.accept(id("a"), OWNER, NOW), new Rejection.WrongState());
        assertRefused(need.accept(id("b"), OWNER, NOW), new Rejection.WrongState());
    }

    @Test
    void refusesToWithdrawWhatIsDone() {
        Need need = after(after(needOf(1).offer(offer("a", REMI, 1))).accept(id("a"), OWNER, NOW));
        Need done = after(need.done(id("a"), OWNER, NOW));

        assertRefused(done.withdraw(id("a"), REMI, NOW), new Rejection.WrongState());
    }

    @Test
    void letsOnlyTheOwnerAnswerAndOnlyTheMemberWithdraw() {
        Need need = after(needOf(1).offer(offer("a", REMI, 1)));

        assertRefused(need.accept(id("a"), INES, NOW), new Rejection.NotYours());
        assertRefused(need.decline(id("a"), REMI, "non", NOW), new Rejection.NotYours());
        assertRefused(need.withdraw(id("a"), OWNER, NOW), new Rejection.NotYours());
        assertRefused(need.accept(id("zzz"), OWNER, NOW), new Rejection.NoSuchOffer());
    }

    @Test
    void repeatsAnAnswerWithoutChangingAnything() {
        Need agreed = after(after(needOf(1).offer(offer("a", REMI, 1))).accept(id("a"), OWNER, NOW));

        assertThat(agreed.accept(id("a"), OWNER, NOW.plusSeconds(5))).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void takesNothingNewWhileItsProjectIsSuspended() {
        Need answered = after(needOf(2).offer(offer("a", REMI, 1)));

        Need suspended = answered.projectStands(Standing.SUSPENDED, 8).orElseThrow();

        assertThat(suspended.open()).isFalse();
        assertRefused(suspended.offer(offer("b", INES, 1)), new Rejection.NeedClosed());
        assertRefused(suspended.accept(id("a"), OWNER, NOW), new Rejection.NeedClosed());
        assertThat(suspended.projectStands(Standing.RUNNING, 9).orElseThrow().open())
                .isTrue();
    }

    @Test
    void stillLetsAgreedWorkBeDoneAfterItsProjectEnded() {
        Need agreed = after(after(needOf(1).offer(offer("a", REMI, 1))).accept(id("a"), OWNER, NOW));
        Need ended = agreed.projectStands(Standing.ENDED, 12).orElseThrow();

        assertThat(after(ended.done(id("a"), OWNER, NOW)).done()).isEqualTo(1);
    }

    @Test
    void ignoresWhatIsNotNewerAboutItsProject() {
        Need ended = needOf(1).projectStands(Standing.ENDED, 9).orElseThrow();

        assertThat(ended.projectStands(Standing.RUNNING, 8)).isEmpty();
        assertThat(ended.projectStands(Standing.RUNNING, 9)).isEmpty();
    }

    @Test
    void isForOneAtLeast() {
        assertThatThrownBy(() -> needOf(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> offer("a", REMI, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showsAllOffersToTheOwnerAndTheirOwnToOthers() {
        Need need = after(after(needOf(3).offer(offer("a", REMI, 1))).offer(offer("b", INES, 1)));

        assertThat(ReadNeeds.offersSeenBy(OWNER, need)).hasSize(2);
        assertThat(ReadNeeds.offersSeenBy(REMI, need)).isEqualTo(List.of(new Commitment.Waiting(offer("a", REMI, 1))));
        assertThat(ReadNeeds.offersSeenBy("m-clement", need)).isEmpty();
    }

    private static void assertRefused(Decision decision, Rejection reason) {
        assertThat(decision).isEqualTo(new Decision.Refused(reason));
    }
}
