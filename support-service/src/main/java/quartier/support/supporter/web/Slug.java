package quartier.support.supporter.web;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A name as it can stand in an address: {@code Ville de Lyon} becomes {@code ville-de-lyon}. */
final class Slug {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST = 60;

    private Slug() {}

    /** Empty when the name has no letter or digit that an address can show. */
    static String of(String name) {
        String plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String dashed = OTHERS.matcher(plain).replaceAll("-");
        String shortened = dashed.substring(0, Math.min(LONGEST, dashed.length()));
        return shortened.replaceAll("^-|-$", "");
    }
}
