package quartier.catalog.project;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Titles as parts of addresses. */
final class Slug {

    private static final int LONGEST = 60;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

    private Slug() {}

    /**
     * {@code Le Kfé du 33} becomes {@code le-kfe-du-33}. Where nothing is left the id makes the difference, so that
     * drafts without a title do not all ask for the same slug.
     */
    static String of(@Nullable String title, String projectId) {
        String plain = MARKS.matcher(Normalizer.normalize(title == null ? "" : title, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae");
        String joined = OTHERS.matcher(plain).replaceAll("-");
        String cut = joined.substring(0, Math.min(joined.length(), LONGEST));
        String trimmed = cut.replaceAll("^-+|-+$", "");
        return trimmed.isEmpty() ? "projet-" + projectId : trimmed;
    }
}
