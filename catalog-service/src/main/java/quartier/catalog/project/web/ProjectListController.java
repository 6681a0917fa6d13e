package quartier.catalog.project.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import quartier.catalog.project.Discovery;
import quartier.catalog.project.Projects;
import quartier.catalog.project.web.SearchReading.SearchQuery;
import quartier.catalog.project.web.SummaryView.ListView;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;

/** Lists of projects: everybody's and one's own. */
@RestController
class ProjectListController {

    private final Discovery discovery;
    private final Projects projects;

    ProjectListController(Discovery discovery, Projects projects) {
        this.discovery = discovery;
        this.projects = projects;
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
}
