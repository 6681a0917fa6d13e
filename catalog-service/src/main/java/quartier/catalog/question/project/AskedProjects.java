package quartier.catalog.question.project;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import quartier.catalog.project.Project;
import quartier.catalog.project.Projects;
import quartier.catalog.question.Asked;

/** Questions are about the projects of this service. */
@Component
final class AskedProjects implements Asked {

    private final Projects projects;

    AskedProjects(Projects projects) {
        this.projects = projects;
    }

    @Override
    public Standing standing(String project, Optional<String> member, Predicate<List<String>> worksFor) {
        return projects.find(project)
                .map(found -> standing(found, member, worksFor))
                .orElse(Standing.UNKNOWN);
    }

    @Override
    public Page page(String project) {
        Project found = projects.find(project).orElseThrow();
        Set<String> carriers = new HashSet<>();
        carriers.add(found.owner().memberId());
        found.team().mates().forEach(mate -> carriers.add(mate.memberId()));
        return new Page(found.slug(), Objects.requireNonNullElse(found.form().title(), found.slug()), carriers);
    }

    private static Standing standing(Project project, Optional<String> member, Predicate<List<String>> worksFor) {
        if (member.filter(project::isCarriedBy).isPresent()) {
            return Standing.TEAM;
        }
        if (member.isPresent() && worksFor.test(project.territoryPath())) {
            return Standing.STAFF;
        }
        return project.isPublic() ? Standing.READER : Standing.UNKNOWN;
    }
}
