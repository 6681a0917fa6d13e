package quartier.notification.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact about a project that several members are told of.
 *
 * @param factId the event's id; for what is told once in a campaign's life, an id of that
 * @param at when it happened: who followed later is not told
 */
public record Announcement(String factId, String project, NoticeKind kind, List<Argument> arguments, Instant at) {

    public Announcement {
        arguments = List.copyOf(arguments);
    }

    public static Announcement of(String factId, String project, NoticeKind kind, Instant at, Argument... arguments) {
        return new Announcement(factId, project, kind, List.of(arguments), at);
    }

    Notice toOwner(String owner) {
        return new Notice(NoticeId.of(factId, owner), owner, kind, true, project, null, arguments, at, null);
    }

    Notice toMember(String member) {
        return new Notice(NoticeId.of(factId, member), member, kind, false, project, null, arguments, at, null);
    }

    /** The notices for an owner, who may be unknown yet, and for members, each told once. */
    List<Notice> notices(@Nullable String owner, Iterable<String> members) {
        List<Notice> notices = new ArrayList<>();
        if (owner != null && kind.reaches(Audience.OWNER)) {
            notices.add(toOwner(owner));
        }
        for (String member : members) {
            if (!member.equals(owner)) {
                notices.add(toMember(member));
            }
        }
        return notices;
    }
}
