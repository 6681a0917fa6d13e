package quartier.catalog.project;

import java.time.Instant;

/** The last review of a project. The owner and the staff see it. */
public record Review(ReviewForm form, String moderatorId, Instant at) {}
