package quartier.gateway.page;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import quartier.gateway.call.Money;
import quartier.gateway.catalog.Project;
import quartier.gateway.catalog.Territory;
import tools.jackson.databind.json.JsonMapper;

/** What a page is about, as schema.org's JSON-LD, to stand in the page itself. No name of a person is in it. */
@Component
public class Structured {

    private static final String SCHEMA = "https://schema.org";

    private final PublicAddress here;
    private final JsonMapper json;

    Structured(PublicAddress here, JsonMapper json) {
        this.here = here;
        this.json = json;
    }

    public String project(Project project) {
        String page = here.of("/projets/{slug}", project.slug());
        Map<String, @Nullable Object> about = new LinkedHashMap<>();
        about.put("@context", SCHEMA);
        about.put("@type", "Project");
        about.put("@id", page);
        about.put("name", project.titleOrSlug());
        about.put("description", project.pitch());
        about.put("url", page);
        about.put("image", here.of("/projets/{slug}/image.png", project.slug()));
        about.put(
                "foundingDate",
                project.launchedAt() == null ? null : project.launchedAt().toString());
        about.put("location", location(project));
        about.put("potentialAction", donation(project, page));
        return written(about);
    }

    public String territory(Territory territory) {
        Map<String, @Nullable Object> about = new LinkedHashMap<>();
        about.put("@context", SCHEMA);
        about.put("@type", "CollectionPage");
        about.put("@id", here.of("/{id}", territory.id()));
        about.put("name", territory.name().fr());
        Map<String, @Nullable Object> place = new LinkedHashMap<>();
        place.put("@type", "AdministrativeArea");
        place.put("name", territory.name().fr());
        if (territory.centre() != null) {
            place.put("geo", point(territory.centre().lat(), territory.centre().lon()));
        }
        about.put("about", place);
        about.put("license", "https://www.etalab.gouv.fr/licence-ouverte-open-licence");
        return written(about);
    }

    private static @Nullable Object location(Project project) {
        Project.Place place = project.place();
        if (place == null || place.lat() == null || place.lon() == null) {
            return null;
        }
        Map<String, @Nullable Object> location = new LinkedHashMap<>();
        location.put("@type", "Place");
        location.put("name", place.label());
        location.put("geo", point(place.lat(), place.lon()));
        return location;
    }

    private static Map<String, Object> point(double latitude, double longitude) {
        return Map.of("@type", "GeoCoordinates", "latitude", latitude, "longitude", longitude);
    }

    private static @Nullable Object donation(Project project, String page) {
        Money goal = project.goal();
        if (goal == null || !project.is("live")) {
            return null;
        }
        Map<String, Object> price = Map.of(
                "@type", "MonetaryAmount", "currency", goal.currency(), "value", BigDecimal.valueOf(goal.amount(), 2));
        return Map.of("@type", "DonateAction", "target", page + "/contribuer", "priceSpecification", price);
    }

    /** Nothing in it can end the element that it stands in. */
    private String written(Map<String, @Nullable Object> about) {
        about.values().removeIf(java.util.Objects::isNull);
        return json.writeValueAsString(about)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }
}
