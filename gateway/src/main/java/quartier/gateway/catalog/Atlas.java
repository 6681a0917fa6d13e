package quartier.gateway.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import quartier.gateway.call.Bearer;
import quartier.gateway.call.Listing;
import quartier.gateway.call.Service;
import quartier.gateway.call.ServiceClient;
import quartier.gateway.call.ServiceClient.Request;

/** The catalog-service's index of public projects. It is asked in nobody's name: what is not public is not found. */
@Component
public class Atlas {

    private static final int OF_A_PAGE = 24;
    private static final int ALL_AT_ONCE = 100;

    private final ServiceClient http;

    Atlas(Function<Service, ServiceClient> clients) {
        this.http = clients.apply(Service.CATALOG);
    }

    public Explored explore(Exploration wanted) {
        return http.get(
                Bearer.none(),
                Explored.class,
                filtered("/v1/projects", wanted)
                        .with("box", wanted.carte())
                        .with("sort", wanted.tri())
                        .with("cursor", wanted.suite())
                        .with("facets", "true")
                        .with("limit", OF_A_PAGE));
    }

    /** @param box west, south, east and north, in degrees */
    public List<Cluster> map(Exploration wanted, String box) {
        return http.list(
                        Bearer.none(),
                        Cluster.class,
                        filtered("/v1/projects/map", wanted).with("box", box))
                .items();
    }

    public List<Project> related(String project) {
        return http.list(Bearer.none(), Project.class, Request.of("/v1/projects/{id}/related", project))
                .items();
    }

    public Project bySlug(String slug) {
        return http.get(Bearer.none(), Project.class, Request.of("/v1/projects/by-slug/{slug}", slug));
    }

    public List<ProjectUpdate> updates(String project) {
        return http.list(Bearer.none(), ProjectUpdate.class, Request.of("/v1/projects/{id}/updates", project))
                .items();
    }

    /** The newest public projects of a territory, or of a theme, or of all. */
    public List<Project> newest(@Nullable String territory, @Nullable String theme, int most) {
        List<Project> all = new ArrayList<>();
        String cursor = null;
        do {
            Listing<Project> page = http.list(
                    Bearer.none(),
                    Project.class,
                    Request.of("/v1/projects")
                            .with("territory", territory)
                            .with("theme", theme)
                            .with("sort", "newest")
                            .with("cursor", cursor)
                            .with("limit", Math.min(most, ALL_AT_ONCE)));
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null && all.size() < most);
        return all.subList(0, Math.min(all.size(), most));
    }

    private static Request filtered(String path, Exploration wanted) {
        return Request.of(path)
                .with("q", wanted.q())
                .with("territory", wanted.territoire())
                .with("theme", wanted.thematique())
                .with("district", wanted.quartier())
                .with("state", wanted.etat())
                .with("needKind", wanted.besoin())
                .with("progress", wanted.avancement())
                .with("near", wanted.pres())
                .with("within", wanted.pres() == null ? null : wanted.rayon());
    }
}
