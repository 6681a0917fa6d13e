package quartier.catalog.project;

import java.time.Instant;

/** @param fingerprint of the request that made the draft, to know its repetitions */
public record Creation(Instant at, String fingerprint) {}
