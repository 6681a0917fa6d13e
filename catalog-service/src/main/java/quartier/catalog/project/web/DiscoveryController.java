package quartier.catalog.project.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import quartier.catalog.project.Cluster;
import quartier.catalog.project.Discovery;
import quartier.catalog.project.IndexProjects;
import quartier.catalog.project.Project;
import quartier.catalog.project.ProjectIndex;
import quartier.catalog.project.Projects;
import quartier.catalog.project.Search;
import quartier.catalog.project.web.SearchReading.SearchQuery;
import quartier.catalog.project.web.SummaryView.ListView;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;

/** What else the index tells: where projects are, and which are alike. The operator sees it and has it made anew. */
@RestController
class DiscoveryController {

    /** Enough to see where something happens, few enough to be told apart by a finger. */
    private static final int COLUMNS = 10;

    private static final int ROWS = 8;
    private static final int RELATED = 4;

    /** Degrees, WGS 84. */
    record ExtentView(double west, double south, double east, double north) {}

    record PinView(String id, String slug, String title, String state) {}

    record ClusterView(
            int count,
            double lat,
            double lon,
            ExtentView around,
            @Nullable PinView project) {
        static ClusterView of(Cluster cluster) {
            Cluster.Pin only = cluster.only();
            Cluster.Extent around = cluster.around();
            return new ClusterView(
                    cluster.count(),
                    cluster.latitude(),
                    cluster.longitude(),
                    new ExtentView(around.west(), around.south(), around.east(), around.north()),
                    only == null ? null : new PinView(only.id(), only.slug(), only.title(), only.state()));
        }
    }

    record MapView(List<ClusterView> items) {}

    record IndexView(long projects, String digest, Instant builtAt) {
        static IndexView of(ProjectIndex.Contents contents) {
            return new IndexView(contents.projects(), contents.digest(), contents.builtAt());
        }
    }

    private final Discovery discovery;
    private final IndexProjects index;
    private final Projects projects;

    DiscoveryController(Discovery discovery, IndexProjects index, Projects projects) {
        this.discovery = discovery;
        this.index = index;
        this.projects = projects;
    }

    @GetMapping("/v1/projects/map")
    @AllowedTo(Role.ANYONE)
    MapView map(SearchQuery query) {
        Search search = SearchReading.read(query);
        if (search.box() == null) {
            throw SearchReading.invalid("box");
        }
        return new MapView(discovery.clusters(search, COLUMNS, ROWS).stream()
                .map(ClusterView::of)
                .toList());
    }

    @GetMapping("/v1/projects/{id}/related")
    @AllowedTo(Role.ANYONE)
    ListView related(@PathVariable String id) {
        Project project = projects.find(id).filter(Project::isPublic).orElseThrow(Problem::notFound);
        return ListView.of(discovery.related(project, RELATED));
    }

    /** Of the replica that answers: each has its own. */
    @GetMapping("/v1/search-index")
    @AllowedTo(Role.OPERATOR)
    IndexView contents() {
        return IndexView.of(index.contents());
    }

    @PostMapping("/v1/search-index/rebuild")
    @AllowedTo(Role.OPERATOR)
    IndexView rebuild() {
        index.rebuild();
        return IndexView.of(index.contents());
    }
}
