package quartier.catalog.contest.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import quartier.catalog.contest.Entrant;
import quartier.catalog.contest.Entrants;
import quartier.catalog.project.Cursor;
import quartier.catalog.project.Page;
import quartier.catalog.project.Project;
import quartier.catalog.project.Projects;
import quartier.catalog.project.Search;

/** What answers a call are the projects of this service. */
@Component
final class AnsweringProjects implements Entrants {

    private static final int AT_ONCE = 100;

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
        List<Entrant> all = new ArrayList<>();
        @Nullable Cursor cursor = null;
        do {
            Page page = projects.list(
                    new Search(null, null, null, null, null, null, call, null, Search.Sort.NEWEST, cursor, AT_ONCE));
            page.projects().forEach(project -> all.add(entrant(project)));
            cursor = page.next();
        } while (cursor != null && all.size() < MOST);
        return all;
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
                Set.of(project.owner().memberId()),
                project.form().territory(),
                form.district(),
                form.theme(),
                project.state().id(),
                form.call(),
                project.isPublic());
    }
}
