package quartier.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quartier.notification.notice.Unsubscriptions.Subscription;

class TellMembersTest {

    private static final Instant LAUNCH = Instant.parse("2027-03-01T08:00:00Z");
    private static final Instant LATER = LAUNCH.plus(Duration.ofDays(3));
    private static final Project KFE = new Project(
            "kfe", "Le Kfé du 33", "le-kfe-du-33", "m-alexis", true, List.of("auvergne-rhone-alpes", "lyon"));

    private final InMemory.KnownProjects projects = new InMemory.KnownProjects();
    private final InMemory.KnownFollows follows = new InMemory.KnownFollows();
    private final InMemory.KnownBackings backings = new InMemory.KnownBackings();
    private final InMemory.KnownContacts contacts = new InMemory.KnownContacts();
    private final InMemory.Inboxes inboxes = new InMemory.Inboxes();
    private final TellMembers tell =
            new TellMembers(projects, follows, backings, new InMemory.KnownOperators(), contacts, inboxes, inboxes);

    @BeforeEach
    void knowRemi() {
        contacts.save(new Contact("m-remi", "remi@example.org", "Rémi", "fr", true));
    }

    @Test
    void tellsTheOwnerAndTheFollowersInDifferentVoices() {
        tell.hear(KFE, 1);
        follows.follow("kfe", "m-remi", LAUNCH.minusSeconds(1));

        tell.announce(Announcement.of("e1", "kfe", NoticeKind.LAUNCHED, LAUNCH));

        assertThat(inboxes.to("m-alexis")).singleElement().matches(Notice::asOwner);
        assertThat(inboxes.to("m-remi")).singleElement().matches(notice -> !notice.asOwner());
    }

    @Test
    void tellsAFactOnceHoweverOftenItIsHeard() {
        tell.hear(KFE, 1);
        follows.follow("kfe", "m-remi", LAUNCH.minusSeconds(1));
        var launched = Announcement.of("e1", "kfe", NoticeKind.LAUNCHED, LAUNCH);

        tell.announce(launched);
        tell.announce(launched);
        tell.hear(KFE, 1);

        assertThat(inboxes.notices).hasSize(2);
        assertThat(inboxes.mailed).hasSize(1);
    }

    @Test
    void tellsAgainWhatWasInterruptedHalfWay() {
        tell.hear(KFE, 1);
        var launched = Announcement.of("e1", "kfe", NoticeKind.LAUNCHED, LAUNCH);
        inboxes.failOnce();
        assertThatIllegalStateException().isThrownBy(() -> tell.announce(launched));

        tell.announce(launched);

        assertThat(inboxes.kindsOf("m-alexis")).containsExactly(NoticeKind.LAUNCHED);
    }

    @Test
    void doesNotTellWhoFollowedAfterTheFact() {
        tell.hear(KFE, 1);
        follows.follow("kfe", "m-remi", LAUNCH.plusSeconds(1));

        tell.announce(Announcement.of("e1", "kfe", NoticeKind.LAUNCHED, LAUNCH));

        assertThat(inboxes.kindsOf("m-remi")).isEmpty();
    }

    @Test
    void tellsTheOwnerWhenTheProjectIsHeardOfAfterItsVerdict() {
        tell.announce(Announcement.of("e9", "kfe", NoticeKind.FUNDED, LATER));
        assertThat(inboxes.notices).isEmpty();

        tell.hear(KFE, 1);

        assertThat(inboxes.kindsOf("m-alexis")).containsExactly(NoticeKind.FUNDED);
    }

    @Test
    void tellsABackerWhosePledgeIsHeardOfAfterTheVerdict() {
        tell.hear(KFE, 1);
        tell.announce(Announcement.of("e9", "kfe", NoticeKind.NOT_FUNDED, LATER));

        tell.hear(new Backing("p1", "kfe", "m-remi", LATER.minusSeconds(5), true), 4);

        assertThat(inboxes.kindsOf("m-remi")).containsExactly(NoticeKind.NOT_FUNDED);
    }

    @Test
    void doesNotTellABackerWhatHappenedBeforeThePledge() {
        tell.hear(KFE, 1);
        tell.announce(Announcement.of("e1", "kfe", NoticeKind.UPDATE_POSTED, LAUNCH));

        tell.hear(new Backing("p1", "kfe", "m-remi", LATER, true), 4);

        assertThat(inboxes.notices).isEmpty();
    }

    @Test
    void doesNotTellABackerWhoTookThePledgeBack() {
        tell.hear(KFE, 1);
        tell.hear(new Backing("p1", "kfe", "m-remi", LAUNCH, true), 4);
        tell.hear(new Backing("p1", "kfe", "m-remi", LAUNCH, false), 5);
        follows.stop("kfe", "m-remi");

        tell.announce(Announcement.of("e9", "kfe", NoticeKind.FUNDED, LATER));

        assertThat(inboxes.kindsOf("m-remi")).isEmpty();
    }

    @Test
    void doesNotFollowAgainForAMemberWhoSaidNo() {
        tell.hear(KFE, 1);
        follows.stop("kfe", "m-remi");
        tell.hear(new Backing("p1", "kfe", "m-remi", LAUNCH, true), 4);

        tell.announce(Announcement.of("e2", "kfe", NoticeKind.UPDATE_POSTED, LATER));
        tell.announce(Announcement.of("e9", "kfe", NoticeKind.FUNDED, LATER));

        assertThat(inboxes.kindsOf("m-remi")).containsExactly(NoticeKind.FUNDED);
        var addressee = new Addressee(contacts, follows);
        assertThat(inboxes.to("m-remi")).allMatch(notice -> addressee.of(notice).isEmpty());
    }

    @Test
    void doesNotTellTheOwnerOfTheirOwnUpdate() {
        tell.hear(KFE, 1);
        follows.follow("kfe", "m-alexis", LAUNCH);

        tell.announce(Announcement.of("e2", "kfe", NoticeKind.UPDATE_POSTED, LATER));

        assertThat(inboxes.notices).isEmpty();
    }

    @Test
    void keepsTheNoticeButMailsNothingToAMemberWithoutContact() {
        tell.tell(List.of(Notice.of("e1", "m-ines", NoticeKind.SUPPORT_ACCEPTED, "kfe", "o1", LAUNCH)));

        assertThat(inboxes.kindsOf("m-ines")).containsExactly(NoticeKind.SUPPORT_ACCEPTED);
        assertThat(inboxes.rung).isEmpty();
    }

    @Test
    void mailsWhatIsAboutMoneyEvenToThoseWhoWantNoMail() {
        var subscription = new Subscription("m-remi", null);
        var unsubscribe = new Unsubscribe(new OneToken("token", subscription), follows, contacts);
        unsubscribe.stop("token", false);
        Notice refund = Notice.of("e1", "m-remi", NoticeKind.REFUNDED, "kfe", "p1", LATER);
        Notice thanks = Notice.of("e2", "m-remi", NoticeKind.COMMITMENT_THANKED, "kfe", "c1", LATER);

        tell.tell(List.of(refund, thanks));

        assertThat(inboxes.kindsOf("m-remi")).hasSize(2);
        assertThat(inboxes.mailed).containsExactly(refund.id());
    }

    private record OneToken(String token, Subscription subscription) implements Unsubscriptions {
        @Override
        public void forget(String member) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String tokenOf(Subscription any) {
            return token;
        }

        @Override
        public Optional<Subscription> find(String asked) {
            return token.equals(asked) ? Optional.of(subscription) : Optional.empty();
        }
    }
}
