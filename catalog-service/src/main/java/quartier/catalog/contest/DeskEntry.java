package quartier.catalog.contest;

import org.jspecify.annotations.Nullable;

/**
 * A project on a juror's desk.
 *
 * @param mark what they scored; null before, and where there is a conflict
 * @param conflict why they may not score it
 */
public record DeskEntry(Entrant entrant, @Nullable Mark mark, Conflict.@Nullable Kind conflict) {}
