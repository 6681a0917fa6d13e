package quartier.catalog.project.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import quartier.catalog.project.Discovery;
import quartier.catalog.project.Policies;
import quartier.catalog.project.Projects;
import quartier.catalog.project.web.SearchReading.SearchQuery;
import quartier.catalog.project.web.SummaryView.ListView;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;

/** Lists of projects: everybody's, one's own, and the ones that wait for review. */
@RestController
class ProjectListController {

    private final Discovery discovery;
    private final Projects projects;
    private final Policies policies;

    ProjectListController(Discovery discovery, Projects projects, Policies policies) {
        this.discovery = discovery;
        this.projects = projects;
        this.policies = policies;
    }

    @GetMapping("/v1/projects")
    @AllowedTo(Role.ANYONE)
    ListView list(SearchQuery query) {
        return ListView.of(discovery.list(SearchReading.read(query)));
    }

    @GetMapping("/v1/me/projects")
    @AllowedTo(Role.MEMBER)
    ListView own(Caller caller) {
        return ListView.of(projects.ownedBy(caller.memberId()));
    }

    /** Without a territory: of all that the caller moderates. */
    @GetMapping("/v1/review")
    @AllowedTo({Role.MODERATOR, Role.OPERATOR})
    ListView awaitingReview(@RequestParam(required = false) @Nullable String territory, Caller caller) {
        if (territory == null) {
            return ListView.of(
                    caller.isOperator()
                            ? projects.awaitingReview(policies.roots())
                            : projects.awaitingReview(caller.scopesOf(Role.MODERATOR)));
        }
        List<String> path = policies.of(territory)
                .orElseThrow(() -> SearchReading.invalid("territory"))
                .territoryPath();
        if (!caller.holds(Role.MODERATOR, path)) {
            throw new Problem(HttpStatus.FORBIDDEN, "not-your-territory", territory);
        }
        return ListView.of(projects.awaitingReview(List.of(territory)));
    }
}
