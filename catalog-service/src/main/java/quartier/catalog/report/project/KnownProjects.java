package quartier.catalog.report.project;

import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import quartier.catalog.project.Project;
import quartier.catalog.project.Projects;
import quartier.catalog.report.Reported;

/** Reports are about the projects of this service that everybody can see. */
@Component
final class KnownProjects implements Reported {

    private final Projects projects;

    KnownProjects(Projects projects) {
        this.projects = projects;
    }

    @Override
    public Optional<Page> find(String project) {
        return projects.find(project)
                .filter(Project::isPublic)
                .map(found -> new Page(
                        found.id(),
                        found.slug(),
                        Objects.requireNonNullElse(found.form().title(), found.slug()),
                        found.territoryPath()));
    }
}
