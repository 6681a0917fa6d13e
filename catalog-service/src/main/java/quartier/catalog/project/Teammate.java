package quartier.catalog.project;

import java.time.Instant;

/** @param name for display, from the member's token when they joined; stays in this service's store */
public record Teammate(String memberId, String name, TeamRole role, Instant since) {}
