package quartier.catalog.contest.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import quartier.catalog.contest.AnswerCall;
import quartier.catalog.contest.Application;
import quartier.catalog.contest.ListApplications;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;

/** What projects answer to a call's questions: written by their owners, read by the call's staff. */
@RestController
class ApplicationController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    record AnswersRequest(@Nullable Map<String, String> answers) {}

    record ApplicationView(String call, String project, Map<String, String> answers, Instant at) {
        static ApplicationView of(Application application) {
            return new ApplicationView(
                    application.call(), application.project(), application.answers(), application.at());
        }
    }

    private final AnswerCall answer;
    private final ListApplications list;

    ApplicationController(AnswerCall answer, ListApplications list) {
        this.answer = answer;
        this.list = list;
    }

    /** Once: the same again is a repetition. */
    @PutMapping("/v1/calls/{id}/applications/{project}")
    @AllowedTo(Role.MEMBER)
    ApplicationView answer(
            @PathVariable String id, @PathVariable String project, @RequestBody AnswersRequest request, Caller caller) {
        Map<String, String> answers = Objects.requireNonNullElse(request.answers(), Map.of());
        return ApplicationView.of(Refusals.done(answer.answer(id, project, new CallingPerson(caller), answers)));
    }

    @GetMapping("/v1/calls/{id}/applications/{project}")
    @AllowedTo(Role.MEMBER)
    ApplicationView read(@PathVariable String id, @PathVariable String project, Caller caller) {
        return ApplicationView.of(Refusals.done(answer.read(id, project, new CallingPerson(caller))));
    }

    @GetMapping("/v1/calls/{id}/applications.csv")
    @AllowedTo({Role.ANIMATOR, Role.TERRITORY_ADMIN, Role.OPERATOR})
    ResponseEntity<String> export(@PathVariable String id, Caller caller) {
        var rows = Refusals.done(list.of(id, new CallingPerson(caller)));
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"candidatures.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(ApplicationsCsv.of(rows));
    }
}
