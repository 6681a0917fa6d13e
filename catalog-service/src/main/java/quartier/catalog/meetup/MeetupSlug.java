package quartier.catalog.meetup;

import java.text.Normalizer;
import java.util.Locale;

/** Titles as parts of addresses. */
public final class MeetupSlug {

    private static final int LONGEST = 60;

    private MeetupSlug() {}

    /** Where nothing is left of the title the id makes the address. */
    public static String of(String title, String id) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replaceAll("[^a-z0-9]+", "-");
        String trimmed = plain.substring(0, Math.min(plain.length(), LONGEST)).replaceAll("^-+|-+$", "");
        return trimmed.isEmpty() ? "rencontre-" + id : trimmed;
    }
}
