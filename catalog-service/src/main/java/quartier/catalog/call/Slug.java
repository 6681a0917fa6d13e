package quartier.catalog.call;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Titles as parts of addresses. */
final class Slug {

    private static final int LONGEST = 60;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

    private Slug() {}

    /** Where nothing is left of the title the id makes the address. */
    static String of(String title, String callId) {
        String plain = MARKS.matcher(Normalizer.normalize(title, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae");
        String joined = OTHERS.matcher(plain).replaceAll("-");
        String cut = joined.substring(0, Math.min(joined.length(), LONGEST));
        String trimmed = cut.replaceAll("^-+|-+$", "");
        return trimmed.isEmpty() ? "appel-" + callId : trimmed;
    }
}
