package quartier.catalog.territory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a territory and its policy must be. */
final class TerritoryRules {

    /** First parts of the pages' addresses: a window at {@code /<territory>} must not hide them. */
    private static final Set<String> RESERVED = Set.of(
            "projets",
            "proposer",
            "mes-projets",
            "contributions",
            "moi",
            "relecture",
            "besoins",
            "soutiens",
            "veille",
            "appels",
            "rencontres",
            "animation",
            "especes",
            "bureaux",
            "exploitation",
            "fonds",
            "operateur",
            "explorer",
            "donnees",
            "fil",
            "plan",
            "oembed",
            "invitations",
            "declarations",
            "couvertures",
            "marques",
            "deconnexion",
            "api",
            "oauth2",
            "login",
            "logout",
            "sandbox",
            "error",
            "assets",
            "webjars",
            "actuator",
            "static");

    private static final int MOST_INHABITANTS = 100_000_000;

    private TerritoryRules() {}

    static List<Breach> check(String id, TerritoryForm form) {
        List<Breach> found = new ArrayList<>();
        Checks.when(!Checks.ID.matcher(id).matches(), found, "id", "malformed-id");
        Checks.when(RESERVED.contains(id), found, "id", "reserved-id");
        Checks.text(found, "name.fr", form.name().fr());
        Checks.text(found, "name.en", form.name().en());
        Checks.when(Kind.named(form.kind()).isEmpty(), found, "kind", "unknown-kind");
        Centre centre = form.centre();
        Checks.when(
                centre != null && !(Math.abs(centre.lat()) <= 90 && Math.abs(centre.lon()) <= 180),
                found,
                "centre",
                "coordinates-out-of-range");
        Outline outline = form.outline();
        Checks.when(outline != null && !outline.isPolygon(), found, "outline", "malformed-polygon");
        Integer population = form.population();
        Checks.when(
                population != null && (population < 0 || population > MOST_INHABITANTS),
                found,
                "population",
                "out-of-range");
        String insee = form.inseeCode();
        // A commune's code has five characters (2A004), a department's, an EPCI's or a region's has another length.
        Checks.when(insee != null && !insee.matches("[0-9AB]{2,9}"), found, "inseeCode", "malformed-insee-code");
        String orias = form.orias();
        Checks.when(orias != null && !orias.matches("\\d{8}"), found, "orias", "malformed-orias");
        WindowRules.check(found, form.window());
        names(found, "districts", form.districts());
        themes(found, form.themes());
        Policy policy = form.policy();
        if (policy != null) {
            PolicyRules.check(found, policy);
        } else {
            Checks.when(form.parent() == null, found, "policy", "root-needs-policy");
        }
        return found;
    }

    private static void themes(List<Breach> found, @Nullable List<Theme> themes) {
        if (themes == null) {
            return;
        }
        Checks.count(found, "themes", themes);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < themes.size(); i++) {
            Checks.id(found, "themes[" + i + "].id", themes.get(i).id(), ids);
            Checks.text(found, "themes[" + i + "].fr", themes.get(i).fr());
            Checks.text(found, "themes[" + i + "].en", themes.get(i).en());
        }
    }

    private static void names(List<Breach> found, String field, @Nullable List<String> names) {
        if (names == null) {
            return;
        }
        Checks.count(found, field, names);
        for (int i = 0; i < names.size(); i++) {
            Checks.text(found, field + "[" + i + "]", names.get(i));
        }
    }
}
