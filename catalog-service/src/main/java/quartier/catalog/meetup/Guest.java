package quartier.catalog.meetup;

import java.time.Instant;

/**
 * Somebody who signed up.
 *
 * @param name from their token; for the staff, never on the bus
 */
public record Guest(String member, String name, Instant since) {}
