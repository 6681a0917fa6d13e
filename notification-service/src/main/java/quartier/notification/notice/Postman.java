package quartier.notification.notice;

import java.util.Collection;

/** Carries the mails that wait. */
public interface Postman {

    /** Says that these may have to go now. Never blocks: what it forgets is found by its own rounds. */
    void ring(Collection<String> noticeIds);
}
