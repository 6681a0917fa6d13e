package quartier.catalog.contest.project;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import quartier.catalog.contest.Entrant;
import quartier.catalog.contest.Entrants;
import quartier.catalog.project.Project;
import quartier.catalog.project.Projects;

/** What answers a call are the projects of this service. */
@Component
final class AnsweringProjects implements Entrants {

    private final Projects projects;

    AnsweringProjects(Projects projects) {
        this.projects = projects;
    }

    @Override
    public Optional<Entrant> find(String project) {
        return projects.find(project).map(AnsweringProjects::entrant);
    }

    @Override
    public List<Entrant> of(String call) {
        return projects.answering(call, MOST).stream()
                .map(AnsweringProjects::entrant)
                .toList();
    }

    private static Set<String> carriers(Project project) {
        Set<String> carriers = new HashSet<>();
        carriers.add(project.owner().memberId());
        project.team().mates().forEach(mate -> carriers.add(mate.memberId()));
        return carriers;
    }

    private static Entrant entrant(Project project) {
        var form = project.form();
        return new Entrant(
                project.id(),
                project.slug(),
                Objects.requireNonNullElse(form.title(), project.slug()),
                form.pitch(),
                project.owner().memberId(),
                Objects.requireNonNullElse(form.ownerKind(), ""),
                carriers(project),
                project.form().territory(),
                form.district(),
                form.theme(),
                project.state().id(),
                form.call(),
                project.isPublic());
    }
}
