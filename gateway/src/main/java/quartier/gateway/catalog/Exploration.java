package quartier.gateway.catalog;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody explores projects for, under the names of the page's address; null means any.
 *
 * @param pres latitude and longitude
 * @param rayon kilometres
 * @param carte west, south, east and north
 * @param suite where the previous page ended
 */
public record Exploration(
        @Nullable String q,
        @Nullable String territoire,
        @Nullable String thematique,
        @Nullable String quartier,
        @Nullable String etat,
        @Nullable String besoin,
        @Nullable String avancement,
        @Nullable String pres,
        @Nullable String rayon,
        @Nullable String carte,
        @Nullable String tri,
        @Nullable String suite) {

    public static final String PATH = "/explorer";

    /** A form sends its empty fields too. */
    public Exploration {
        q = given(q);
        territoire = given(territoire);
        thematique = given(thematique);
        quartier = given(quartier);
        etat = given(etat);
        besoin = given(besoin);
        avancement = given(avancement);
        pres = given(pres);
        rayon = given(rayon);
        carte = given(carte);
        tri = given(tri);
        suite = given(suite);
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    public boolean isNarrowed() {
        return q != null
                || territoire != null
                || thematique != null
                || quartier != null
                || etat != null
                || besoin != null
                || avancement != null
                || pres != null;
    }

    /** What the catalog calls a facet is called otherwise in the page's address. */
    public String filterOf(String facet) {
        return switch (facet) {
            case "territory" -> "territoire";
            case "theme" -> "thematique";
            case "district" -> "quartier";
            case "state" -> "etat";
            case "needKind" -> "besoin";
            case "progress" -> "avancement";
            default -> throw new IllegalArgumentException(facet);
        };
    }

    public @Nullable String chosen(String facet) {
        return switch (facet) {
            case "territory" -> territoire;
            case "theme" -> thematique;
            case "district" -> quartier;
            case "state" -> etat;
            case "needKind" -> besoin;
            case "progress" -> avancement;
            default -> throw new IllegalArgumentException(facet);
        };
    }

    /** The address of the same with another value for one filter, from its first page on. */
    public String with(String filter, @Nullable String value) {
        return address(filter, value, null);
    }

    public String next(String cursor) {
        return address("suite", cursor, cursor);
    }

    private String address(String filter, @Nullable String value, @Nullable String cursor) {
        var address = UriComponentsBuilder.fromPath(PATH);
        String[][] all = {
            {"q", q},
            {"territoire", territoire},
            {"thematique", thematique},
            {"quartier", quartier},
            {"etat", etat},
            {"besoin", besoin},
            {"avancement", avancement},
            {"pres", pres},
            {"rayon", rayon},
            {"carte", carte},
            {"tri", tri},
            {"suite", cursor}
        };
        for (String[] one : all) {
            String wanted = one[0].equals(filter) ? value : one[1];
            if (wanted != null) {
                address.queryParam(one[0], "{" + one[0] + "}").uriVariables(java.util.Map.of(one[0], wanted));
            }
        }
        return address.encode().build().toUriString();
    }
}
