package quartier.catalog.project;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

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

    /** @param tier which no new pledge takes */
    record TierClosed(String tier) implements ProjectEvent {}

    /** @param since when the last news was posted, or the project launched */
    record ProjectSilent(Instant since) implements ProjectEvent {}

    /** @param previous the call that it left for this one; null when it answered none */
    record CallEntered(String call, @Nullable String previous) implements ProjectEvent {}

    /** @param removed by the call's staff, not by the owner */
    record CallLeft(String call, boolean removed) implements ProjectEvent {}
}
