package quartier.catalog.project;

import java.time.Instant;

/** What somebody asks of a project, with all that the answer depends on. */
public sealed interface Command {

    Actor by();

    Instant at();

    /** The name in the history; stored, so it never changes. */
    default String action() {
        return switch (this) {
            case Edit edit -> "edit";
            case Submit submit -> "submit";
            case Judge judge -> "review";
            case Launch launch -> "launch";
            case Suspend suspend -> "suspend";
            case Resume resume -> "resume";
            case Cancel cancel -> "cancel";
            case Realise realise -> "realise";
            case Post post -> "post";
        };
    }

    /**
     * @param expectedVersion the one that the owner had read
     * @param slug reserved for this project
     * @param policy of the territory that the form names
     */
    record Edit(Actor by, Instant at, long expectedVersion, ProjectForm form, String slug, Policy policy)
            implements Command {}

    record Submit(Actor by, Instant at, Policy policy) implements Command {}

    record Judge(Actor by, Instant at, Policy policy, ReviewForm review) implements Command {}

    record Launch(Actor by, Instant at, Policy policy) implements Command {}

    record Suspend(Actor by, Instant at, String reason) implements Command {}

    record Resume(Actor by, Instant at) implements Command {}

    record Cancel(Actor by, Instant at, String reason) implements Command {}

    record Realise(Actor by, Instant at) implements Command {}

    record Post(Actor by, Instant at, Update update) implements Command {}
}
