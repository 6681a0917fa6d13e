package quartier.support.radar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A project that a supporter keeps in view.
 *
 * @param note private to the supporter's agents
 * @param by the agent who wrote last
 */
public record Watch(
        String supporter, String project, @Nullable String note, String by, Instant at) {}
