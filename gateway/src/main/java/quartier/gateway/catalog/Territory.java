package quartier.gateway.catalog;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Money;

/** A territory as the pages show it. */
public record Territory(
        String id,
        Words name,
        @Nullable String kind,
        @Nullable String parent,
        @Nullable Point centre,
        @Nullable String inseeCode,
        List<String> districts,
        List<Theme> themes,
        @Nullable String operatorName,
        @Nullable String orias,
        @Nullable Policy policy,
        @Nullable Outline outline,
        List<String> path,
        @Nullable Integer population,
        @Nullable Window window,
        @Nullable String standing,
        long version) {

    public Territory {
        path = path == null ? List.of() : List.copyOf(path);
        districts = districts == null ? List.of() : List.copyOf(districts);
        themes = themes == null ? List.of() : List.copyOf(themes);
    }

    /** A polygon as GeoJSON has it: rings of longitude and latitude. */
    public record Outline(List<List<List<Double>>> coordinates) {
        public Outline {
            coordinates = coordinates == null ? List.of() : List.copyOf(coordinates);
        }
    }

    /** Degrees. */
    public record Point(double lat, double lon) {}

    public record Theme(
            String id, @Nullable String fr, @Nullable String en) {
        public String in(Locale locale) {
            return new Words(fr, en).in(locale);
        }
    }

    public record Policy(
            @Nullable Money goalCap,
            int overfundingCapPercent,
            int minimumDays,
            int maximumDays,
            int commissionBasisPoints,
            int vatBasisPoints,
            List<Theme> reviewCriteria,
            @Nullable ReviewRule review,
            @Nullable Rails rails) {
        public Policy {
            reviewCriteria = reviewCriteria == null ? List.of() : List.copyOf(reviewCriteria);
        }
    }

    /** @param serviceDays within which an owner is to have an answer */
    public record ReviewRule(int serviceDays, @Nullable Money secondEyesAbove) {}

    public record Rails(boolean rewardsRequired, int symbolicPercent, boolean needsRequired) {}

    public record Window(
            List<String> hosts,
            List<String> languages,
            @Nullable Brand brand,
            @Nullable Words legalNotices,
            @Nullable Words accessibility) {
        public Window {
            hosts = hosts == null ? List.of() : List.copyOf(hosts);
            languages = languages == null ? List.of() : List.copyOf(languages);
        }
    }

    public record Brand(
            @Nullable String name,
            @Nullable String colour,
            @Nullable String textColour,
            @Nullable String logo,
            @Nullable String logoAlternative,
            @Nullable String partner) {}

    /** A place where projects happen, rather than the region around it. */
    public boolean isWindow() {
        return parent != null && !is("archived");
    }

    public boolean is(String wanted) {
        return wanted.equals(standing == null ? "active" : standing);
    }

    public @Nullable Brand brand() {
        return window == null ? null : window.brand();
    }

    public boolean isAt(String host) {
        return window != null && window.hosts().contains(host);
    }

    /** Whether its pages are offered in this language. */
    public boolean speaks(String language) {
        return window == null
                || window.languages().isEmpty()
                || window.languages().contains(language);
    }

    public String name(Locale locale) {
        return name.in(locale);
    }

    public String theme(@Nullable String themeId, Locale locale) {
        return themes.stream()
                .filter(theme -> theme.id().equals(themeId))
                .findFirst()
                .map(theme -> theme.in(locale))
                .orElse(themeId == null ? "" : themeId);
    }
}
