package quartier.catalog.call;

import org.jspecify.annotations.Nullable;

/** A text for readers: French, and English where somebody wrote it. */
public record Words(String fr, @Nullable String en) {}
