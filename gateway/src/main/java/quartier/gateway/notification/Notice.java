package quartier.gateway.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a member's inbox.
 *
 * @param path where it leads on the site
 */
public record Notice(
        String id,
        @Nullable String kind,
        @Nullable String subject,
        @Nullable String text,
        @Nullable String path,
        @Nullable Instant at,
        @Nullable Instant readAt) {

    public boolean isUnread() {
        return readAt == null;
    }

    /** Only ways within this site. */
    public boolean isLeading() {
        return path != null && path.startsWith("/") && !path.startsWith("//");
    }
}
