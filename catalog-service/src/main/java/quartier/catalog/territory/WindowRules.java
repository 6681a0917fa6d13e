package quartier.catalog.territory;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a window must be: host names that are ones, colours that can be read, a logo from here. */
final class WindowRules {

    private static final Set<String> LANGUAGES = Set.of("fr", "en");
    private static final int MOST_HOSTS = 10;
    private static final int LONGEST_NOTICE = 20_000;
    private static final int LONGEST_ALTERNATIVE = 120;

    /** A registered name of two labels at least (RFC 1123): no port, no address, nothing local. */
    private static final Pattern HOST =
            Pattern.compile("(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    /** A path of this origin; {@code //elsewhere} is none. */
    private static final Pattern OWN_ADDRESS =
            Pattern.compile("/[A-Za-z0-9_][A-Za-z0-9/_.-]{0,198}(\\?v=[0-9]{1,18})?");

    private WindowRules() {}

    static void check(List<Breach> found, @Nullable Window window) {
        if (window == null) {
            return;
        }
        hosts(found, window.hosts());
        Checks.when(
                !LANGUAGES.containsAll(window.languages())
                        || new HashSet<>(window.languages()).size()
                                < window.languages().size(),
                found,
                "window.languages",
                "unknown-language");
        notice(found, "window.legalNotices", window.legalNotices());
        notice(found, "window.accessibility", window.accessibility());
        brand(found, window.brand());
    }

    private static void hosts(List<Breach> found, List<String> hosts) {
        Checks.when(hosts.size() > MOST_HOSTS, found, "window.hosts", "too-many-entries");
        Set<String> named = new HashSet<>();
        for (int i = 0; i < hosts.size(); i++) {
            String field = "window.hosts[" + i + "]";
            Checks.when(!HOST.matcher(hosts.get(i)).matches(), found, field, "malformed-host");
            Checks.when(!named.add(hosts.get(i)), found, field, "named-twice");
        }
    }

    private static void notice(List<Breach> found, String field, @Nullable Label notice) {
        Checks.when(
                notice != null
                        && (notice.fr().isBlank()
                                || notice.fr().length() > LONGEST_NOTICE
                                || notice.en().length() > LONGEST_NOTICE),
                found,
                field,
                "out-of-range");
    }

    private static void brand(List<Breach> found, @Nullable Brand brand) {
        if (brand == null) {
            return;
        }
        String name = brand.name();
        String partner = brand.partner();
        String logo = brand.logo();
        Checks.when(name != null && (name.isBlank() || name.length() > 60), found, "window.brand.name", "out-of-range");
        Checks.when(partner != null && partner.length() > 200, found, "window.brand.partner", "out-of-range");
        String alternative = brand.logoAlternative();
        Checks.when(
                alternative != null && !isAlternative(alternative),
                found,
                "window.brand.logoAlternative",
                "out-of-range");
        Checks.when(logo != null && !OWN_ADDRESS.matcher(logo).matches(), found, "window.brand.logo", "not-from-here");
        Checks.when(!Contrast.isColour(brand.colour()), found, "window.brand.colour", "malformed-colour");
        Checks.when(!Contrast.isColour(brand.textColour()), found, "window.brand.textColour", "malformed-colour");
        if (Contrast.isColour(brand.colour()) && Contrast.isColour(brand.textColour())) {
            readable(found, "window.brand.textColour", brand.colour(), brand.textColour());
            readable(found, "window.brand.colour", brand.colour(), Contrast.PAPER);
        }
    }

    /** Whether these words can stand for a logo. */
    static boolean isAlternative(String text) {
        return !text.isBlank() && text.length() <= LONGEST_ALTERNATIVE;
    }

    private static void readable(List<Breach> found, String field, String one, String other) {
        double ratio = Contrast.between(one, other);
        Checks.when(
                ratio < Contrast.TEXT,
                found,
                field,
                "contrast-too-low",
                BigDecimal.valueOf(ratio).setScale(2, RoundingMode.DOWN),
                BigDecimal.valueOf(Contrast.TEXT));
    }
}
