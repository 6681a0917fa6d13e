package quartier.notification.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The e-mails that wait, kept with their notices. Times are of the real clock: they are about machines. */
public interface MailQueue {

    /**
     * A mail to send now. Nobody else gets it before the lease is over.
     *
     * @param attempt 1 for the first try; outcomes of an older attempt are ignored
     */
    record Claimed(Notice notice, int attempt) {}

    /** How an e-mail ended. */
    enum Outcome {
        SENT,
        /** The member unsubscribed between the fact and the sending, or has no contact any more. */
        UNWANTED,
        /** The receiving server said no for good. */
        REFUSED,
        /** Tried for days. */
        GIVEN_UP
    }

    /** The ids of mails that are due, longest overdue first. */
    List<String> due(Instant now, int limit);

    /** Empty when it is not waiting, not due, or another replica was faster. */
    Optional<Claimed> claim(String noticeId, Instant now, Duration lease);

    void retryAt(Claimed mail, Instant next);

    void finish(Claimed mail, Outcome outcome, Instant now);
}
