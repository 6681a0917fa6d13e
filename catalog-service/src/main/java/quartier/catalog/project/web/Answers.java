package quartier.catalog.project.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import quartier.catalog.project.Decision;
import quartier.catalog.project.Decision.Accepted;
import quartier.catalog.project.Decision.Rejected;
import quartier.catalog.project.Decision.Repeated;
import quartier.catalog.project.Project;
import quartier.catalog.project.Refusal;
import quartier.platform.web.Problem;

/** Puts what was decided into answers, with the version as ETag. */
final class Answers {

    private Answers() {}

    /** @throws Problem 404 when there is no such project, or none that the caller may know of */
    static ResponseEntity<ProjectView> of(Optional<Decision> decision, CallingActor caller) {
        return of(HttpStatus.OK, project(decision, caller), Optional.of(caller));
    }

    static ResponseEntity<ProjectView> of(HttpStatus status, Project project, Optional<CallingActor> reader) {
        return ResponseEntity.status(status).eTag(etag(project)).body(ProjectView.of(project, reader));
    }

    static Project project(Optional<Decision> decision, CallingActor caller) {
        return switch (decision.orElseThrow(Problem::notFound)) {
            case Accepted(Project project, var events) -> project;
            case Repeated(Project project) -> project;
            case Rejected(Project project, Refusal reason) -> {
                boolean mustNotKnow =
                        reason instanceof Refusal.NotTheOwner && !project.isVisibleTo(Optional.of(caller));
                throw mustNotKnow ? Problem.notFound() : Refusals.problem(reason);
            }
        };
    }

    private static String etag(Project project) {
        return "\"" + project.version() + "\"";
    }

    /**
     * The version that the caller read.
     *
     * @throws Problem 428 without the header; 412 when it names no version of ours
     */
    static long expectedVersion(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Problem(HttpStatus.PRECONDITION_REQUIRED, "precondition-required");
        }
        String digits = ifMatch.strip().replaceAll("^(W/)?\"|\"$", "");
        if (!digits.matches("\\d{1,18}")) {
            throw new Problem(HttpStatus.PRECONDITION_FAILED, "precondition-failed");
        }
        return Long.parseLong(digits);
    }
}
