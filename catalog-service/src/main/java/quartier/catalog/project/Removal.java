package quartier.catalog.project;

import java.time.Instant;

/**
 * The staff took the project out of a call, and it does not come back.
 *
 * @param reason for the owner and the staff
 */
public record Removal(String call, Instant at, String reason) {}
