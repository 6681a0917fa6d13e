package quartier.gateway.opendata;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Money;
import quartier.gateway.catalog.CallForProjects;
import quartier.gateway.catalog.Project;
import quartier.gateway.catalog.Territory;
import quartier.gateway.page.Csv;
import quartier.gateway.page.PublicAddress;

/** What a territory publishes, as tables and as a map. Nothing in it names a person. */
final class Datasets {

    private static final String UNKNOWN = "";

    private final PublicAddress here;
    private final Map<String, Territory> territories;

    Datasets(PublicAddress here, List<Territory> territories) {
        this.here = here;
        this.territories = territories.stream().collect(Collectors.toMap(Territory::id, one -> one));
    }

    String projectsCsv(List<Project> projects) {
        Csv csv = new Csv()
                .row(
                        "identifiant",
                        "titre",
                        "adresse",
                        "territoire",
                        "code_insee",
                        "quartier",
                        "thematique",
                        "etat",
                        "objectif_eur",
                        "collecte_eur",
                        "pourcentage",
                        "contributeurs",
                        "debut",
                        "fin",
                        "latitude",
                        "longitude");
        for (Project project : projects) {
            csv.row(row(project).values().toArray());
        }
        return csv.toString();
    }

    /** As RFC 7946 has it; what has no place is in the table only. */
    Map<String, Object> projectsGeoJson(List<Project> projects) {
        List<Map<String, Object>> features = new ArrayList<>();
        for (Project project : projects) {
            Project.Place place = project.place();
            if (place != null && place.lat() != null && place.lon() != null) {
                Map<String, Object> properties = row(project);
                properties.remove("latitude");
                properties.remove("longitude");
                features.add(Map.of(
                        "type",
                        "Feature",
                        "id",
                        project.id(),
                        "geometry",
                        Map.of("type", "Point", "coordinates", List.of(place.lon(), place.lat())),
                        "properties",
                        properties));
            }
        }
        return Map.of("type", "FeatureCollection", "features", features);
    }

    private Map<String, Object> row(Project project) {
        var totals = project.totalsOrNothing();
        Project.Place place = project.place();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("identifiant", project.id());
        row.put("titre", project.titleOrSlug());
        row.put("adresse", here.of("/projets/{slug}", project.slug()));
        row.put("territoire", project.territory());
        row.put("code_insee", insee(project.territory()));
        row.put("quartier", known(project.district()));
        row.put("thematique", known(project.theme()));
        row.put("etat", project.state());
        row.put("objectif_eur", euros(project.goal()));
        row.put("collecte_eur", euros(totals.collected()));
        row.put("pourcentage", totals.percent());
        row.put("contributeurs", People.text(People.backersOf(project)));
        row.put("debut", known(project.launchedAt()));
        row.put("fin", known(project.deadline()));
        row.put("latitude", known(place == null ? null : place.lat()));
        row.put("longitude", known(place == null ? null : place.lon()));
        return row;
    }

    String callsCsv(List<CallForProjects> calls) {
        Csv csv = new Csv()
                .row(
                        "identifiant",
                        "titre",
                        "adresse",
                        "territoire",
                        "code_insee",
                        "etat",
                        "thematique",
                        "ouverture",
                        "cloture");
        for (CallForProjects call : calls) {
            csv.row(
                    call.id(),
                    call.title().in(java.util.Locale.FRENCH),
                    here.of("/appels/{slug}", call.slug()),
                    call.territory(),
                    insee(call.territory()),
                    call.state(),
                    known(call.theme()),
                    call.opensAt(),
                    call.closesAt());
        }
        return csv.toString();
    }

    /** By theme, and all together: what came of campaigns that have ended, and of those that have not. */
    String resultsCsv(Territory territory, List<Project> projects) {
        Csv csv = new Csv()
                .row(
                        "territoire",
                        "code_insee",
                        "thematique",
                        "projets",
                        "reussis",
                        "non_finances",
                        "collecte_eur",
                        "contributeurs");
        Map<String, List<Project>> byTheme = projects.stream()
                .collect(Collectors.groupingBy(
                        project -> Objects.requireNonNullElse(project.theme(), UNKNOWN),
                        TreeMap::new,
                        Collectors.toList()));
        byTheme.forEach((theme, some) -> result(csv, territory, theme, some));
        result(csv, territory, "*", projects);
        return csv.toString();
    }

    private void result(Csv csv, Territory territory, String theme, List<Project> projects) {
        long collected = projects.stream()
                .map(project -> project.totalsOrNothing().collected())
                .mapToLong(sum -> sum == null ? 0 : sum.amount())
                .sum();
        csv.row(
                territory.id(),
                insee(territory.id()),
                theme,
                projects.size(),
                projects.stream()
                        .filter(project -> project.is("funded") || project.is("realised"))
                        .count(),
                projects.stream().filter(project -> project.is("not_funded")).count(),
                euros(new Money(collected, "EUR")),
                People.total(projects));
    }

    private String insee(String territory) {
        Territory known = territories.get(territory);
        return known == null ? UNKNOWN : Objects.requireNonNullElse(known.inseeCode(), UNKNOWN);
    }

    private static Object known(@Nullable Object value) {
        return value == null ? UNKNOWN : value;
    }

    private static String euros(@Nullable Money money) {
        return money == null ? UNKNOWN : BigDecimal.valueOf(money.amount(), 2).toPlainString();
    }
}
