package quartier.catalog.front;

import org.jspecify.annotations.Nullable;

/**
 * A theme of the territory, in front for a time.
 *
 * @param text what the territory says about it, plain
 */
public record Feature(String theme, String text, @Nullable String textEn, Period period) {}
