package quartier.inkind.need;

import java.time.Instant;

/** The last need of a page. */
public record NeedCursor(Instant publishedAt, String id) {}
