package quartier.notification.notice;

import static quartier.notification.notice.Audience.BACKERS;
import static quartier.notification.notice.Audience.FOLLOWERS;
import static quartier.notification.notice.Audience.OWNER;

import java.util.Locale;
import java.util.Set;

/** What a notice can say. Kinds with an audience are announced about a project; the others go to single members. */
public enum NoticeKind {
    CHANGES_REQUESTED(Concern.ROLE, Destination.EDIT_PAGE, OWNER),
    REFUSED(Concern.ROLE, Destination.EDIT_PAGE, OWNER),
    APPROVED(Concern.ROLE, Destination.EDIT_PAGE, OWNER),
    LAUNCHED(Concern.NEWS, Destination.PROJECT_PAGE, OWNER, FOLLOWERS),
    UPDATE_POSTED(Concern.NEWS, Destination.PROJECT_PAGE, FOLLOWERS),
    SUSPENDED(Concern.NEWS, Destination.PROJECT_PAGE, OWNER, FOLLOWERS),
    RESUMED(Concern.NEWS, Destination.PROJECT_PAGE, OWNER, FOLLOWERS),
    CANCELLED(Concern.NEWS, Destination.PROJECT_PAGE, OWNER, FOLLOWERS, BACKERS),
    SILENT(Concern.ROLE, Destination.DASHBOARD, OWNER),
    REALISED(Concern.NEWS, Destination.PROJECT_PAGE, FOLLOWERS),
    HALF_WAY(Concern.NEWS, Destination.PROJECT_PAGE, OWNER, FOLLOWERS),
    FUNDED(Concern.NEWS, Destination.PROJECT_PAGE, OWNER, FOLLOWERS, BACKERS),
    NOT_FUNDED(Concern.NEWS, Destination.PROJECT_PAGE, OWNER, FOLLOWERS, BACKERS),
    PAID_OUT(Concern.ROLE, Destination.DASHBOARD, OWNER),

    PAYOUT_FAILED(Concern.ROLE, Destination.DASHBOARD, OWNER),
    LOAN_OVERDUE(Concern.ROLE, Destination.DASHBOARD, OWNER),

    PLEDGE_CONFIRMED(Concern.MONEY, Destination.PLEDGE),
    PLEDGE_CANCELLED(Concern.MONEY, Destination.PLEDGE),
    REFUNDED(Concern.MONEY, Destination.PLEDGE),
    REFUND_FAILED(Concern.MONEY, Destination.REFUND_ACCOUNT),
    REPAID_BY_BANK(Concern.MONEY, Destination.PLEDGE),
    PLEDGE_CHANGED(Concern.MONEY, Destination.PLEDGE),
    LOAN_REPAID(Concern.MONEY, Destination.PLEDGE),

    REWARD_PREPARED(Concern.ROLE, Destination.REWARDS),
    REWARD_SENT(Concern.ROLE, Destination.REWARDS),
    REWARD_DETAILS_ASKED(Concern.ROLE, Destination.REWARDS),
    REWARD_ADDRESS_ASKED(Concern.ROLE, Destination.REWARDS),

    QUESTION_ASKED(Concern.ROLE, Destination.QUESTIONS),
    ANSWER_GIVEN(Concern.ROLE, Destination.QUESTIONS),
    /** To those who follow; who asked is told in other words. */
    QUESTION_ANSWERED(Concern.NEWS, Destination.QUESTIONS),

    /** To operators. */
    REFUND_STUCK(Concern.ROLE, Destination.STUCK_REFUNDS),
    PAYOUT_STUCK(Concern.ROLE, Destination.STUCK_PAYOUTS),

    NEED_ANSWERED(Concern.ROLE, Destination.DASHBOARD),
    COMMITMENT_WITHDRAWN(Concern.ROLE, Destination.DASHBOARD),
    COMMITMENT_AGREED(Concern.ROLE, Destination.ACCOUNT),
    COMMITMENT_DECLINED(Concern.ROLE, Destination.ACCOUNT),
    COMMITMENT_THANKED(Concern.ROLE, Destination.ACCOUNT),

    SUPPORT_OFFERED(Concern.ROLE, Destination.DASHBOARD),
    SUPPORT_WITHDRAWN(Concern.ROLE, Destination.DASHBOARD),
    SUPPORT_ACCEPTED(Concern.ROLE, Destination.RADAR),
    SUPPORT_DECLINED(Concern.ROLE, Destination.RADAR),
    SUPPORTER_APPROVED(Concern.ROLE, Destination.RADAR),

    CALL_OPENED(Concern.ROLE, Destination.CALL),
    CALL_JUDGED(Concern.ROLE, Destination.CALL),
    CALL_VOTED_ON(Concern.ROLE, Destination.VOTE),
    /** To those who follow a project of it. */
    VOTE_OPENED(Concern.NEWS, Destination.VOTE),
    CALL_WON(Concern.ROLE, Destination.CALL_RESULT),
    CALL_DECIDED(Concern.ROLE, Destination.CALL_RESULT),
    MEETUP_REMINDER(Concern.ROLE, Destination.MEETUP),
    MEETUP_PROMOTED(Concern.ROLE, Destination.MEETUP),
    MEETUP_CANCELLED(Concern.ROLE, Destination.MEETUP);

    private final Concern concern;
    private final Destination destination;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of can't be changed
    private final Set<Audience> audience;

    NoticeKind(Concern concern, Destination destination, Audience... audience) {
        this.concern = concern;
        this.destination = destination;
        this.audience = Set.of(audience);
    }

    public Concern concern() {
        return concern;
    }

    Destination destination() {
        return destination;
    }

    public boolean reaches(Audience who) {
        return audience.contains(who);
    }

    /** Whether the owner is told in other words than those who follow. */
    public boolean hasTwoVoices() {
        return audience.contains(OWNER) && audience.size() > 1;
    }

    /** The stable public name, for example {@code half-way}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
