package quartier.notification.notice;

import java.time.Instant;

/**
 * One pledge, as far as telling its backer goes.
 *
 * @param standing false when the backer took it back
 */
public record Backing(String pledge, String project, String backer, Instant at, boolean standing) {}
