package quartier.catalog.territory;

import java.util.regex.Pattern;

/** How well one colour reads on another, as the WCAG 2.2 count it (relative luminance, success criterion 1.4.3). */
final class Contrast {

    /** The least for text of any size, level AA. */
    static final double TEXT = 4.5;

    /** The pages' own background, {@code --paper} in their stylesheet. */
    static final String PAPER = "#fbf5ea";

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

    private Contrast() {}

    static boolean isColour(String text) {
        return COLOUR.matcher(text).matches();
    }

    /** From 1, the same colour, to 21, black on white. */
    static double between(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int eightBits) {
        double share = eightBits / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
