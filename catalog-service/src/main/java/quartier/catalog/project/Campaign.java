package quartier.catalog.project;

import java.time.Instant;

/**
 * The fundraising period of a launched project.
 *
 * @param sequence of the last event of pledge-service that was applied; older ones are ignored
 */
public record Campaign(Instant launchedAt, Terms terms, Totals totals, long sequence) {}
