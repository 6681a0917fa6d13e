package quartier.catalog.front.project;

import org.springframework.stereotype.Component;
import quartier.catalog.front.PublicProjects;
import quartier.catalog.project.Projects;

/** What is picked are the projects of this service. */
@Component
final class PickableProjects implements PublicProjects {

    private final Projects projects;

    PickableProjects(Projects projects) {
        this.projects = projects;
    }

    @Override
    public boolean has(String project, String territory) {
        return projects.find(project)
                .filter(found -> found.isPublic() && found.territoryPath().contains(territory))
                .isPresent();
    }
}
