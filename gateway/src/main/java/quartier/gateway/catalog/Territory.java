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
        @Nullable Outline outline) {

    public Territory {
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
            List<Theme> reviewCriteria) {
        public Policy {
            reviewCriteria = reviewCriteria == null ? List.of() : List.copyOf(reviewCriteria);
        }
    }

    /** A place where projects happen, rather than the region around it. */
    public boolean isWindow() {
        return parent != null;
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
