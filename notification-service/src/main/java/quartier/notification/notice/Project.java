package quartier.notification.notice;

import org.jspecify.annotations.Nullable;

/**
 * What is known here of a project, from what was heard so far.
 *
 * @param owner null while only its campaign was heard of
 * @param open whether its page is public, so that one may follow it
 */
public record Project(
        String id,
        @Nullable String title,
        @Nullable String slug,
        @Nullable String owner,
        boolean open) {}
