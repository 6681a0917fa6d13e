package quartier.catalog.territory.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quartier.catalog.territory.Centre;
import quartier.catalog.territory.Label;
import quartier.catalog.territory.TerritoryForm;
import quartier.catalog.territory.Theme;
import quartier.platform.web.Problem;

/** What an administrator sends; what is left out is inherited from the territory above. */
record TerritoryRequest(
        @Nullable LabelJson name,
        @Nullable String kind,
        @Nullable String parent,
        @Nullable CentreJson centre,
        @Nullable String inseeCode,
        @Nullable List<String> districts,
        @Nullable List<TextJson> themes,
        @Nullable String operatorName,
        @Nullable String orias,
        @Nullable PolicyJson policy,
        @Nullable Integer population,
        @Nullable OutlineJson outline,
        @Nullable WindowJson window) {

    record LabelJson(@Nullable String fr, @Nullable String en) {}

    record CentreJson(double lat, double lon) {}

    /** A theme or a criterion of review. */
    record TextJson(
            @Nullable String id,
            @Nullable String fr,
            @Nullable String en) {}

    /** @throws Problem 422 with the fields that are missing */
    TerritoryForm form() {
        List<Problem.Field> missing = new ArrayList<>();
        need(missing, "name", name);
        need(missing, "name.fr", name == null ? null : name.fr());
        need(missing, "name.en", name == null ? null : name.en());
        need(missing, "kind", kind);
        texts(missing, "themes", themes);
        if (policy != null) {
            policy.missing(missing);
        }
        if (window != null) {
            window.missing(missing);
        }
        if (!missing.isEmpty()) {
            throw Problem.ofFields(missing);
        }
        LabelJson label = Objects.requireNonNull(name);
        return new TerritoryForm(
                new Label(there(label.fr()), there(label.en())),
                Objects.requireNonNull(kind),
                parent,
                centre == null ? null : new Centre(centre.lat(), centre.lon()),
                inseeCode,
                districts,
                themes == null
                        ? null
                        : themes.stream()
                                .map(theme -> new Theme(there(theme.id()), there(theme.fr()), there(theme.en())))
                                .toList(),
                operatorName,
                orias,
                policy == null ? null : policy.policy(),
                population,
                outline == null ? null : outline.outline(),
                window == null ? null : window.window());
    }

    static void texts(List<Problem.Field> missing, String field, @Nullable List<TextJson> texts) {
        for (int i = 0; texts != null && i < texts.size(); i++) {
            need(missing, field + "[" + i + "].id", texts.get(i).id());
            need(missing, field + "[" + i + "].fr", texts.get(i).fr());
            need(missing, field + "[" + i + "].en", texts.get(i).en());
        }
    }

    static String there(@Nullable String checkedBefore) {
        return Objects.requireNonNull(checkedBefore);
    }

    static void need(List<Problem.Field> missing, String field, @Nullable Object value) {
        if (value == null) {
            missing.add(Problem.Field.of(field, "required"));
        }
    }
}
