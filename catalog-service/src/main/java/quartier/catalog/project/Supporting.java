package quartier.catalog.project;

import java.util.ArrayList;
import java.util.List;
import quartier.catalog.project.Decision.Accepted;
import quartier.catalog.project.Decision.Rejected;
import quartier.catalog.project.Decision.Repeated;

/** Several territories support one project: each shows it, only its own counts it. */
final class Supporting {

    private static final int MOST = 20;

    private Supporting() {}

    static Decision support(Project project, Command.CoSupporting command) {
        if (!command.by().animates(command.territoryPath())) {
            return new Rejected(project, new Refusal.NotYourTerritory(command.territory()));
        }
        if (!project.isPublic()) {
            return new Rejected(project, ProjectLife.wrongState(project).orElseThrow());
        }
        if (project.coSupports().stream().anyMatch(known -> known.territory().equals(command.territory()))) {
            return new Repeated(project);
        }
        if (project.territoryPath().contains(command.territory())) {
            return new Rejected(project, new Refusal.AtHomeThere());
        }
        if (project.coSupports().size() == MOST) {
            return new Rejected(project, new Refusal.LimitReached(MOST));
        }
        List<CoSupport> all = new ArrayList<>(project.coSupports());
        all.add(new CoSupport(
                command.territory(),
                command.territoryPath(),
                command.at(),
                command.by().memberId()));
        return new Accepted(project.supportedBy(all), List.of());
    }

    static Decision end(Project project, Command.EndCoSupport command) {
        if (!command.by().animates(command.territoryPath())) {
            return new Rejected(project, new Refusal.NotYourTerritory(command.territory()));
        }
        List<CoSupport> left = project.coSupports().stream()
                .filter(known -> !known.territory().equals(command.territory()))
                .toList();
        return left.size() == project.coSupports().size()
                ? new Repeated(project)
                : new Accepted(project.supportedBy(left), List.of());
    }
}
