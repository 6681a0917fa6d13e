package quartier.catalog.project;

/** What happened to a project and is told on the bus; the project's version after it is its sequence. */
public sealed interface ProjectEvent {

    record ProjectSubmitted() implements ProjectEvent {}

    record ChangesRequested() implements ProjectEvent {}

    record ProjectRefused() implements ProjectEvent {}

    record ProjectApproved() implements ProjectEvent {}

    record ProjectLaunched() implements ProjectEvent {}

    record ProjectUpdated(Update update) implements ProjectEvent {}

    record ProjectSuspended(String reason) implements ProjectEvent {}

    record ProjectResumed() implements ProjectEvent {}

    record ProjectCancelled(String reason) implements ProjectEvent {}

    record ProjectRealised() implements ProjectEvent {}
}
