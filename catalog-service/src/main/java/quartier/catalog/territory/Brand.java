package quartier.catalog.territory;

import org.jspecify.annotations.Nullable;

/**
 * How a window looks.
 *
 * @param name shown instead of the platform's; null for the platform's own
 * @param colour {@code #rrggbb}, of buttons and links on the pages' paper
 * @param textColour {@code #rrggbb}, of what is written on it
 * @param logo an address on the same origin; null for the platform's own
 * @param logoAlternative what the logo shows, for those who do not see it
 * @param partner who runs the platform with the territory, in words
 */
public record Brand(
        @Nullable String name,
        String colour,
        String textColour,
        @Nullable String logo,
        @Nullable String logoAlternative,
        @Nullable String partner) {}
