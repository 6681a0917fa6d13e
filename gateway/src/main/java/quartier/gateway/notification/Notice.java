package quartier.gateway.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of a member's inbox. */
public record Notice(
        String id,
        @Nullable String kind,
        @Nullable String title,
        @Nullable String text,
        @Nullable String body,
        @Nullable String link,
        @Nullable String project,
        @Nullable Boolean read,
        @Nullable Instant readAt,
        @Nullable Instant at) {

    public boolean isUnread() {
        return readAt == null && !Boolean.TRUE.equals(read);
    }

    public @Nullable String words() {
        return text != null ? text : body;
    }
}
