package quartier.notification.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that is kept here of one member: shown to them, and erased when they ask (GDPR, art. 15, 17 and 20). What the bus
 * tells later of them, such as a refund, comes into a new inbox and is mailed to nobody.
 */
public final class MemberData {

    private static final int AT_ONCE = 500;

    public record All(
            Optional<Contact> contact,
            List<Follow> follows,
            List<String> stopped,
            List<Backing> backings,
            List<Notice> notices) {
        public All {
            follows = List.copyOf(follows);
            stopped = List.copyOf(stopped);
            backings = List.copyOf(backings);
            notices = List.copyOf(notices);
        }
    }

    private final Contacts contacts;
    private final Follows follows;
    private final Backings backings;
    private final Notices notices;
    private final Unsubscriptions unsubscriptions;
    private final Operators operators;

    public MemberData(
            Contacts contacts,
            Follows follows,
            Backings backings,
            Notices notices,
            Unsubscriptions unsubscriptions,
            Operators operators) {
        this.contacts = contacts;
        this.follows = follows;
        this.backings = backings;
        this.notices = notices;
        this.unsubscriptions = unsubscriptions;
        this.operators = operators;
    }

    public All of(String member) {
        return new All(
                contacts.find(member),
                followsOf(member),
                follows.stoppedBy(member),
                backings.of(member),
                noticesOf(member));
    }

    /** Again changes nothing; the address goes first, so that nothing is mailed from then on. */
    public void erase(String member) {
        contacts.forget(member);
        notices.forget(member);
        follows.forget(member);
        backings.forget(member);
        unsubscriptions.forget(member);
        operators.keep(member, false);
    }

    private List<Follow> followsOf(String member) {
        List<Follow> all = new ArrayList<>();
        List<Follow> some = follows.of(member, null, AT_ONCE);
        while (!some.isEmpty()) {
            all.addAll(some);
            some = some.size() < AT_ONCE
                    ? List.of()
                    : follows.of(member, some.getLast().project(), AT_ONCE);
        }
        return all;
    }

    private List<Notice> noticesOf(String member) {
        List<Notice> all = new ArrayList<>();
        List<Notice> some = notices.of(member, null, AT_ONCE);
        while (!some.isEmpty()) {
            all.addAll(some);
            some = some.size() < AT_ONCE ? List.of() : notices.of(member, NoticeCursor.after(some.getLast()), AT_ONCE);
        }
        return all;
    }
}
