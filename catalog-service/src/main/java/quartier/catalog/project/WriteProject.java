package quartier.catalog.project;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quartier.catalog.project.Decision.Rejected;
import quartier.catalog.project.Refusal.RulesBroken;

/** The owner's work on the form: a first draft, and its corrections. */
public final class WriteProject {

    /** What became of a wish to make a draft. */
    public sealed interface Drafted {
        record Draft(Project project) implements Drafted {}

        record NoDraft(Refusal reason) implements Drafted {}
    }

    /** As many as the list of one's own projects shows; a script that goes wild stops here. */
    public static final int PROJECTS_OF_ONE_MEMBER = 200;

    private final Projects projects;
    private final Policies policies;
    private final Calls calls;
    private final Clock clock;

    public WriteProject(Projects projects, Policies policies, Calls calls, Clock clock) {
        this.projects = projects;
        this.policies = policies;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * Makes a draft, or finds the one that the same request made before.
     *
     * @param id derived from the member and the Idempotency-Key
     * @param fingerprint of the request's body
     */
    public Drafted draft(String id, Actor owner, ProjectForm form, String fingerprint) {
        Optional<Project> before = projects.find(id);
        if (before.isPresent()) {
            return repeated(before.get(), fingerprint);
        }
        Optional<Policy> policy = policies.of(form.territory());
        if (policy.isEmpty()) {
            return new Drafted.NoDraft(unknownTerritory(form));
        }
        Optional<Refusal> closed = ProjectLife.takesProjects(policy.get());
        if (closed.isPresent()) {
            return new Drafted.NoDraft(closed.get());
        }
        List<Violation> violations = Limits.check(form);
        if (!violations.isEmpty()) {
            return new Drafted.NoDraft(new RulesBroken(violations));
        }
        Instant now = clock.instant();
        Optional<Refusal> refusal = Entering.check(null, form, policy.get().territoryPath(), call(form), now);
        if (refusal.isPresent()) {
            return new Drafted.NoDraft(refusal.get());
        }
        if (projects.countOwnedBy(owner.memberId()) >= PROJECTS_OF_ONE_MEMBER) {
            return new Drafted.NoDraft(new Refusal.LimitReached(PROJECTS_OF_ONE_MEMBER));
        }
        Project draft = Project.draft(
                id,
                projects.reserveSlug(Slug.of(form.title(), id), id),
                new Owner(owner.memberId(), owner.name()),
                form,
                policy.get(),
                new Creation(now, fingerprint));
        if (projects.insert(draft)) {
            return new Drafted.Draft(draft);
        }
        return repeated(projects.find(id).orElseThrow(), fingerprint);
    }

    /** Empty when there is no such project, or none that this caller may know of. */
    public Optional<Decision> edit(String id, Actor by, long expectedVersion, ProjectForm form) {
        return projects.find(id)
                .filter(project -> project.isVisibleTo(Optional.of(by)))
                .flatMap(project -> {
                    if (!project.isCarriedBy(by)) {
                        return Optional.of(new Rejected(project, new Refusal.NotTheOwner()));
                    }
                    Policy policy = policies.of(form.territory()).orElse(null);
                    if (policy == null) {
                        return Optional.of(new Rejected(project, unknownTerritory(form)));
                    }
                    return edit(project, by, expectedVersion, form, policy);
                });
    }

    private Optional<Decision> edit(Project known, Actor by, long expectedVersion, ProjectForm form, Policy policy) {
        String slug = keepsSlug(known, form.title())
                ? known.slug()
                : projects.reserveSlug(Slug.of(form.title(), known.id()), known.id());
        var command = new Command.Edit(by, clock.instant(), expectedVersion, form, slug, policy, call(form));
        return projects.change(known.id(), project -> ProjectLife.decide(project, command));
    }

    private @Nullable AnsweredCall call(ProjectForm form) {
        return form.call() == null ? null : calls.find(form.call()).orElse(null);
    }

    /** A frozen project is not edited at all, so it needs no new slug either. */
    private static boolean keepsSlug(Project project, @Nullable String title) {
        return !project.state().isEditable()
                || Slug.of(title, project.id()).equals(Slug.of(project.form().title(), project.id()));
    }

    private static Drafted repeated(Project project, String fingerprint) {
        return project.creation().fingerprint().equals(fingerprint)
                ? new Drafted.Draft(project)
                : new Drafted.NoDraft(new Refusal.KeyReused());
    }

    private static Refusal unknownTerritory(ProjectForm form) {
        return new RulesBroken(List.of(Violation.of("territory", Rule.UNKNOWN_TERRITORY, form.territory())));
    }
}
