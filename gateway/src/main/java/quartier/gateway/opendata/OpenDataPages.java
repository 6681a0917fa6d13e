package quartier.gateway.opendata;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import quartier.gateway.call.Remembered;
import quartier.gateway.catalog.Atlas;
import quartier.gateway.catalog.CallForProjects;
import quartier.gateway.catalog.Calls;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.catalog.Project;
import quartier.gateway.catalog.Territory;
import quartier.gateway.page.NoFrame;
import quartier.gateway.page.NotFound;
import quartier.gateway.page.PublicAddress;
import tools.jackson.databind.json.JsonMapper;

/** Open data of each territory: what there is, and the files. */
@Controller
class OpenDataPages {

    static final String LICENCE = "https://www.etalab.gouv.fr/licence-ouverte-open-licence";

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST = 10_000;
    private static final String CSV = "text/csv;charset=UTF-8";

    private final Catalog catalog;
    private final Atlas atlas;
    private final Calls calls;
    private final PublicAddress here;
    private final JsonMapper json;
    private final Map<String, Remembered<List<Project>>> projects = new ConcurrentHashMap<>();

    OpenDataPages(Catalog catalog, Atlas atlas, Calls calls, PublicAddress here, JsonMapper json) {
        this.catalog = catalog;
        this.atlas = atlas;
        this.calls = calls;
        this.here = here;
        this.json = json;
    }

    @GetMapping("/donnees")
    String overview(Model model) {
        model.addAttribute("territories", catalog.territories());
        model.addAttribute("smallest", People.SMALLEST_SHOWN);
        model.addAttribute("licence", LICENCE);
        return "open-data";
    }

    @GetMapping("/donnees/{territory}/projets.csv")
    @NoFrame
    ResponseEntity<byte[]> projectsCsv(@PathVariable String territory) {
        return Validated.document(CSV, datasets().projectsCsv(projects(known(territory))));
    }

    @GetMapping("/donnees/{territory}/projets.geojson")
    @NoFrame
    ResponseEntity<byte[]> projectsGeoJson(@PathVariable String territory) {
        Map<String, Object> collection = datasets().projectsGeoJson(projects(known(territory)));
        return Validated.document("application/geo+json", json.writeValueAsString(new java.util.TreeMap<>(collection)));
    }

    @GetMapping("/donnees/{territory}/appels.csv")
    @NoFrame
    ResponseEntity<byte[]> callsCsv(@PathVariable String territory) {
        String id = known(territory).id();
        List<CallForProjects> its = calls.reaching(id, null).stream()
                .sorted(java.util.Comparator.comparing(CallForProjects::opensAt))
                .toList();
        return Validated.document(CSV, datasets().callsCsv(its));
    }

    @GetMapping("/donnees/{territory}/resultats.csv")
    @NoFrame
    ResponseEntity<byte[]> resultsCsv(@PathVariable String territory) {
        Territory known = known(territory);
        return Validated.document(CSV, datasets().resultsCsv(known, projects(known)));
    }

    @GetMapping("/donnees/{territory}/catalogue.jsonld")
    @NoFrame
    ResponseEntity<byte[]> catalogue(@PathVariable String territory, Locale locale) {
        Territory known = known(territory);
        Map<String, Object> dcat = new DcatCatalogue(here, known, locale).document();
        return Validated.document("application/ld+json", json.writeValueAsString(new LinkedHashMap<>(dcat)));
    }

    private Territory known(String id) {
        return catalog.territory(id).orElseThrow(NotFound::new);
    }

    private List<Project> projects(Territory territory) {
        return projects.computeIfAbsent(
                        territory.id(), id -> new Remembered<>(KEPT, () -> atlas.newest(id, null, MOST)))
                .get();
    }

    private Datasets datasets() {
        return new Datasets(here, catalog.territories());
    }
}
