package quartier.notification.notice;

import java.time.Instant;

/**
 * That a member follows a project.
 *
 * @param because {@code ASKED} or {@code BACKED}
 */
public record Follow(String project, String member, Instant since, Reason because) {

    public enum Reason {
        ASKED,
        BACKED
    }
}
