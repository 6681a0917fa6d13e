package quartier.catalog.project;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What the staff, and an owner who appeals, do around a review; and territories that support a project too. */
public final class ReviewProject {

    private final Projects projects;
    private final Policies policies;
    private final Clock clock;

    public ReviewProject(Projects projects, Policies policies, Clock clock) {
        this.projects = projects;
        this.policies = policies;
        this.clock = clock;
    }

    public Optional<Decision> claim(String id, Actor by) {
        return decide(id, new Command.Claim(by, clock.instant()));
    }

    public Optional<Decision> release(String id, Actor by) {
        return decide(id, new Command.Release(by, clock.instant()));
    }

    public Optional<Decision> annotate(String id, Actor by, String text) {
        return decide(id, new Command.Annotate(by, clock.instant(), text));
    }

    public Optional<Decision> appeal(String id, Actor by, String reason) {
        return decide(id, new Command.Appeal(by, clock.instant(), reason));
    }

    /** Empty when there is no such project or no such territory. */
    public Optional<Decision> coSupport(String id, Actor by, String territory) {
        return policies.of(territory)
                .flatMap(policy ->
                        decide(id, new Command.CoSupporting(by, clock.instant(), territory, policy.territoryPath())));
    }

    public Optional<Decision> endCoSupport(String id, Actor by, String territory) {
        return policies.of(territory)
                .flatMap(policy ->
                        decide(id, new Command.EndCoSupport(by, clock.instant(), territory, policy.territoryPath())));
    }

    /** How the project stands against each guard rail now; empty for those who may not know. */
    public Optional<List<RailReport>> rails(String id, Actor reader) {
        return projects.find(id).filter(project -> project.isOpenTo(reader)).flatMap(project -> rails(project.form()));
    }

    public Optional<String> territoryOf(String id) {
        return projects.find(id).map(project -> project.form().territory());
    }

    /** How a form would stand; empty when its territory is not known. */
    public Optional<List<RailReport>> rails(ProjectForm form) {
        return policies.of(form.territory()).map(policy -> RailReport.of(form, policy, clock.instant()));
    }

    private Optional<Decision> decide(String id, Command command) {
        return projects.change(id, project -> ProjectLife.decide(project, command));
    }
}
