package quartier.notification.notice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that one member is told. It holds no words: they are made in the reader's language when it is shown.
 *
 * @param id of fact and member, see {@link NoticeId}
 * @param asOwner whether the member is told as the project's owner
 * @param project the project that it is about, if it is about one
 * @param reference the pledge, offer or commitment that it is about, if there is one
 * @param at when the fact happened
 * @param readAt when the member read it; null while unread
 */
public record Notice(
        String id,
        String member,
        NoticeKind kind,
        boolean asOwner,
        @Nullable String project,
        @Nullable String reference,
        List<Argument> arguments,
        Instant at,
        @Nullable Instant readAt) {

    public Notice {
        arguments = List.copyOf(arguments);
    }

    /** A notice for one member, of a fact that concerns nobody else. */
    public static Notice of(
            String factId,
            String member,
            NoticeKind kind,
            @Nullable String project,
            @Nullable String reference,
            Instant at,
            Argument... arguments) {
        return new Notice(
                NoticeId.of(factId, member), member, kind, false, project, reference, List.of(arguments), at, null);
    }

    public Concern concern() {
        return asOwner ? Concern.ROLE : kind.concern();
    }

    /** Whether this goes to the member's mailbox too. */
    public boolean isMailedTo(Contact contact) {
        return contact.newsByEmail() || concern() == Concern.MONEY;
    }
}
