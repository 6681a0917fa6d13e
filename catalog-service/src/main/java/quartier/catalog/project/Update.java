package quartier.catalog.project;

import java.time.Instant;

/** @param body Markdown */
public record Update(String id, String title, String body, Instant at) {}
