package quartier.gateway.opendata;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.HtmlUtils;
import quartier.gateway.call.Remembered;
import quartier.gateway.catalog.Atlas;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.catalog.Project;
import quartier.gateway.catalog.Territory;
import quartier.gateway.page.NoFrame;
import quartier.gateway.page.NotFound;
import quartier.gateway.page.PublicAddress;

/** What search engines ask for: where they may go, and what there is. One map for the pages, one for each city's projects. */
@Controller
class RobotPages {

    private static final String XML = "application/xml;charset=UTF-8";
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final Duration KEPT = Duration.ofMinutes(10);

    /** The newest ones: the protocol allows 50,000 a map, and this is as many as are asked for at leisure. */
    private static final int MOST = 10_000;

    private final Catalog catalog;
    private final PublicAddress here;
    private final Map<String, Remembered<String>> maps = new ConcurrentHashMap<>();
    private final Function<String, Remembered<String>> ofTerritory;

    RobotPages(Catalog catalog, Atlas atlas, PublicAddress here) {
        this.catalog = catalog;
        this.here = here;
        this.ofTerritory = id -> new Remembered<>(KEPT, () -> projects(atlas.newest(id, null, MOST)));
    }

    @GetMapping("/robots.txt")
    @NoFrame
    ResponseEntity<byte[]> robots() {
        return Validated.document("text/plain;charset=UTF-8", """
                User-agent: *
                Disallow: /moi
                Disallow: /mes-projets
                Disallow: /contributions
                Disallow: /relecture
                Disallow: /animation
                Disallow: /veille
                Disallow: /explorer?
                Disallow: /*/contribuer
                Sitemap: %s
                """.formatted(here.of("/sitemap.xml")));
    }

    @GetMapping("/sitemap.xml")
    @NoFrame
    ResponseEntity<byte[]> index() {
        var xml = new StringBuilder(head("sitemapindex"));
        entry(xml, "sitemap", here.of("/plan/pages.xml"));
        windows().forEach(window -> entry(xml, "sitemap", here.of("/plan/projets/{id}.xml", window.id())));
        return Validated.document(XML, xml.append("</sitemapindex>\n").toString());
    }

    @GetMapping("/plan/pages.xml")
    @NoFrame
    ResponseEntity<byte[]> pages() {
        Map<String, String> all = new LinkedHashMap<>();
        for (String path : List.of("/", "/explorer", "/besoins", "/soutiens", "/donnees")) {
            all.put(path, here.of(path));
        }
        catalog.territories().forEach(territory -> all.put(territory.id(), here.of("/{id}", territory.id())));
        var xml = new StringBuilder(head("urlset"));
        all.values().forEach(address -> entry(xml, "url", address));
        return Validated.document(XML, xml.append("</urlset>\n").toString());
    }

    @GetMapping("/plan/projets/{id}.xml")
    @NoFrame
    ResponseEntity<byte[]> projects(@PathVariable String id) {
        if (windows().stream().noneMatch(window -> window.id().equals(id))) {
            throw new NotFound();
        }
        return Validated.document(XML, maps.computeIfAbsent(id, ofTerritory).get());
    }

    private String projects(List<Project> projects) {
        var xml = new StringBuilder(head("urlset"));
        projects.forEach(project -> entry(xml, "url", here.of("/projets/{slug}", project.slug())));
        return xml.append("</urlset>\n").toString();
    }

    private List<Territory> windows() {
        return catalog.territories().stream().filter(Territory::isWindow).toList();
    }

    private static String head(String root) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + root + " xmlns=\"" + NAMESPACE + "\">\n";
    }

    private static void entry(StringBuilder xml, String kind, String address) {
        xml.append("<%1$s><loc>%2$s</loc></%1$s>\n".formatted(kind, HtmlUtils.htmlEscape(address)));
    }
}
