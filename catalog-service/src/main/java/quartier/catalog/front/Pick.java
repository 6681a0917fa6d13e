package quartier.catalog.front;

import org.jspecify.annotations.Nullable;

/**
 * A project that the staff like, for a time.
 *
 * @param text why, plain
 */
public record Pick(String project, String text, @Nullable String textEn, Period period) {}
