package quartier.catalog.call;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a phase of a call is.
 *
 * @param until not included; null for the last one, which does not end
 */
public record PhaseSpan(Phase phase, Instant from, @Nullable Instant until) {}
