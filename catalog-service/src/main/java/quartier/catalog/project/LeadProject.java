package quartier.catalog.project;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

/** Takes a project from one state to the next at somebody's request, and follows its campaign. */
public final class LeadProject {

    private final Projects projects;
    private final Policies policies;
    private final Calls calls;
    private final Payees payees;
    private final boolean payeeRequired;
    private final Clock clock;

    /** @param payeeRequired whether only a verified payee may launch */
    public LeadProject(
            Projects projects, Policies policies, Calls calls, Payees payees, boolean payeeRequired, Clock clock) {
        this.projects = projects;
        this.policies = policies;
        this.calls = calls;
        this.payees = payees;
        this.payeeRequired = payeeRequired;
        this.clock = clock;
    }

    public Optional<Decision> submit(String id, Actor by) {
        return underPolicy(id, (policy, at) -> new Command.Submit(by, at, policy));
    }

    /** @param readVersion of the project that the reviewer had before them */
    public Optional<Decision> review(String id, Actor by, ReviewForm review, Optional<Long> readVersion) {
        return underPolicy(id, (policy, at) -> new Command.Judge(by, at, policy, review, readVersion));
    }

    public Optional<Decision> launch(String id, Actor by) {
        // Only its owner can launch, so whoever asks is the one to be paid, or is refused for another reason.
        boolean mayBePaid = !payeeRequired || payees.isVerified(by.memberId());
        return underPolicy(id, (policy, at) -> new Command.Launch(by, at, policy, mayBePaid));
    }

    public Optional<Decision> suspend(String id, Actor by, String reason) {
        return decide(id, new Command.Suspend(by, clock.instant(), reason));
    }

    public Optional<Decision> resume(String id, Actor by) {
        return decide(id, new Command.Resume(by, clock.instant()));
    }

    public Optional<Decision> cancel(String id, Actor by, String reason) {
        return decide(id, new Command.Cancel(by, clock.instant(), reason));
    }

    public Optional<Decision> realise(String id, Actor by) {
        return decide(id, new Command.Realise(by, clock.instant()));
    }

    /** For ever; asked again, nothing changes. */
    public Optional<Decision> closeTier(String id, Actor by, String tier) {
        return decide(id, new Command.CloseTier(by, clock.instant(), tier));
    }

    /** @param updateId derived from the member and the Idempotency-Key */
    public Optional<Decision> post(String id, Actor by, String updateId, String title, String body) {
        Instant now = clock.instant();
        return decide(id, new Command.Post(by, now, new Update(updateId, title, body, now)));
    }

    /** Enters the project for a call for projects, and leaves the one that it answered before. */
    public Optional<Decision> enterCall(String id, Actor by, String call) {
        var command =
                new Command.Enter(by, clock.instant(), call, calls.find(call).orElse(null));
        return decide(id, command);
    }

    public Optional<Decision> leaveCall(String id, Actor by) {
        return decide(id, new Command.Leave(by, clock.instant()));
    }

    /** By the call's staff. */
    public Optional<Decision> removeFromCall(String id, Actor by, String call, String reason) {
        var command = new Command.Expel(by, clock.instant(), calls.find(call).orElse(null), reason);
        return decide(id, command);
    }

    /**
     * Applies what pledge-service told, unless it is not newer than what was applied before.
     *
     * @throws IllegalArgumentException when there is no such campaign
     */
    public Decision follow(CampaignNews news) {
        return projects.change(news.campaign(), project -> CampaignFollowing.follow(project, news, clock.instant()))
                .orElseThrow(() -> new IllegalArgumentException("news of an unknown campaign: " + news.campaign()));
    }

    private Optional<Decision> underPolicy(String id, BiFunction<Policy, Instant, Command> command) {
        Instant now = clock.instant();
        return projects.change(id, project -> {
            Policy policy = policies.of(project.form().territory())
                    .orElseThrow(
                            () -> new IllegalStateException("project " + id + " stands in a territory that is gone: "
                                    + project.form().territory()));
            return ProjectLife.decide(project, command.apply(policy, now));
        });
    }

    private Optional<Decision> decide(String id, Command command) {
        return projects.change(id, project -> ProjectLife.decide(project, command));
    }
}
