package quartier.catalog.delivery.project;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import quartier.catalog.delivery.Backed;
import quartier.catalog.project.Handover;
import quartier.catalog.project.Project;
import quartier.catalog.project.ProjectState;
import quartier.catalog.project.Projects;
import quartier.catalog.project.Terms;
import quartier.catalog.project.Tier;

/** Rewards are those that the projects of this service promised, as they were frozen at the launch. */
@Component
final class BackedProjects implements Backed.All {

    private final Projects projects;

    BackedProjects(Projects projects) {
        this.projects = projects;
    }

    @Override
    public Optional<Backed> find(String project) {
        return projects.find(project).filter(Project::isPublic).map(BackedProjects::backed);
    }

    @Override
    public boolean isCarriedBy(String project, String memberId) {
        return projects.find(project)
                .filter(found -> found.isCarriedBy(memberId))
                .isPresent();
    }

    private static Backed backed(Project project) {
        List<Tier> tiers = project.terms().map(Terms::tiers).orElse(List.of());
        String title = project.form().title();
        return new Backed(
                project.id(),
                project.slug(),
                title == null ? project.slug() : title,
                project.state() == ProjectState.FUNDED || project.state() == ProjectState.REALISED,
                tiers.stream().map(BackedProjects::reward).toList());
    }

    private static Backed.Reward reward(Tier tier) {
        boolean shipped = Handover.named(tier.handover())
                .filter(Handover.SHIPPING::equals)
                .isPresent();
        return new Backed.Reward(tier.id(), tier.reward(), shipped, tier.handover(), tier.deliveryMonth());
    }
}
