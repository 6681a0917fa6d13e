package quartier.notification.notice;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members' inboxes. */
public interface Notices {

    /**
     * Stores those that are not stored yet; one write puts a notice into the inbox and its e-mail into the queue.
     *
     * @param mailed the ids of those that go out by e-mail too
     */
    void add(List<Notice> notices, Set<String> mailed);

    /** Newest first. */
    List<Notice> of(String member, @Nullable NoticeCursor after, int limit);

    long countUnread(String member);

    /** With the mails that wait. */
    void forget(String member);

    /** False when the member has no such notice; reading again changes nothing. */
    boolean read(String id, String member, Instant now);
}
