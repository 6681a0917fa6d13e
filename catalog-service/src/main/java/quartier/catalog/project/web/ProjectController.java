package quartier.catalog.project.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import quartier.catalog.project.Project;
import quartier.catalog.project.ProjectForm;
import quartier.catalog.project.Projects;
import quartier.catalog.project.Refusal;
import quartier.catalog.project.WriteProject;
import quartier.catalog.project.WriteProject.Drafted.Draft;
import quartier.catalog.project.WriteProject.Drafted.NoDraft;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.IdempotencyKey;
import quartier.platform.web.Problem;
import tools.jackson.databind.json.JsonMapper;

/** One project: drafted, read, edited. */
@RestController
class ProjectController {

    private final WriteProject write;
    private final Projects projects;
    private final JsonMapper json;

    ProjectController(WriteProject write, Projects projects, JsonMapper json) {
        this.write = write;
        this.projects = projects;
        this.json = json;
    }

    @PostMapping("/v1/projects")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<ProjectView> draft(
            @RequestBody ProjectRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        String id = IdempotencyKey.required(key).idFor("project", caller.memberId());
        ProjectForm form = FormReading.read(request);
        String fingerprint = IdempotencyKey.fingerprint(json.writeValueAsString(request));
        var actor = new CallingActor(caller);
        return switch (write.draft(id, actor, form, fingerprint)) {
            case Draft(Project project) -> Answers.of(HttpStatus.CREATED, project, Optional.of(actor));
            case NoDraft(Refusal reason) -> throw Refusals.problem(reason);
        };
    }

    @PutMapping("/v1/projects/{id}")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<ProjectView> edit(
            @PathVariable String id,
            @RequestBody ProjectRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        long version = Answers.expectedVersion(ifMatch);
        var actor = new CallingActor(caller);
        return Answers.of(write.edit(id, actor, version, FormReading.read(request)), actor);
    }

    @GetMapping("/v1/projects/{id}")
    @AllowedTo(Role.ANYONE)
    ResponseEntity<ProjectView> read(@PathVariable String id, Optional<Caller> caller) {
        return shown(projects.find(id), caller);
    }

    @GetMapping("/v1/projects/by-slug/{slug}")
    @AllowedTo(Role.ANYONE)
    ResponseEntity<ProjectView> readBySlug(@PathVariable String slug, Optional<Caller> caller) {
        return shown(projects.findBySlug(slug), caller);
    }

    private static ResponseEntity<ProjectView> shown(Optional<Project> project, Optional<Caller> caller) {
        Optional<CallingActor> reader = caller.map(CallingActor::new);
        return project.filter(found -> found.isVisibleTo(reader))
                .map(found -> Answers.of(HttpStatus.OK, found, reader))
                .orElseThrow(Problem::notFound);
    }
}
