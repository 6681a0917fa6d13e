package quartier.catalog.report.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import quartier.catalog.report.Answer;
import quartier.catalog.report.Outcome;
import quartier.catalog.report.Report;
import quartier.catalog.report.ReportProjects;
import quartier.catalog.report.Reports;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;

/** Reports from anybody, and the staff's answers to them. */
@RestController
class ReportController {

    record ReportRequest(@Nullable String reason, @Nullable String text) {}

    record CloseRequest(@Nullable String outcome, @Nullable String note) {}

    /** What a reporter gets back: that it is noted. */
    record ReceiptView(Instant at, String outcome) {}

    record ReportView(
            String id,
            String project,
            String slug,
            String title,
            String territory,
            String reason,
            String text,
            Instant at,
            String outcome,
            @Nullable String handledBy,
            @Nullable Instant handledAt,
            @Nullable String note) {
        static ReportView of(Report report) {
            return new ReportView(
                    report.id(),
                    report.project(),
                    report.slug(),
                    report.title(),
                    report.territoryPath().getLast(),
                    report.reason().id(),
                    report.text(),
                    report.at(),
                    report.outcome().id(),
                    report.handledBy(),
                    report.handledAt(),
                    report.note());
        }
    }

    record ReportsView(List<ReportView> items) {}

    private static final int MOST = 200;

    private final ReportProjects reporting;
    private final Reports reports;
    private final Reporters reporters;

    ReportController(ReportProjects reporting, Reports reports, Reporters reporters) {
        this.reporting = reporting;
        this.reports = reports;
        this.reporters = reporters;
    }

    @PostMapping("/v1/projects/{id}/reports")
    @AllowedTo(Role.ANYONE)
    ResponseEntity<ReceiptView> report(
            @PathVariable String id,
            @RequestBody ReportRequest request,
            Optional<Caller> caller,
            HttpServletRequest http) {
        Report made =
                done(reporting.report(id, given(request.reason()), given(request.text()), reporters.of(http, caller)));
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(new ReceiptView(made.at(), made.outcome().id()));
    }

    /** Of all territories that the caller moderates, the oldest first. */
    @GetMapping("/v1/reports")
    @AllowedTo({Role.MODERATOR, Role.OPERATOR})
    ReportsView list(
            @RequestParam(defaultValue = "open") String outcome,
            @RequestParam(required = false) @Nullable String territory,
            Caller caller) {
        Outcome wanted = Outcome.named(outcome)
                .orElseThrow(() -> new Problem(HttpStatus.BAD_REQUEST, "unknown-filter", "outcome"));
        return new ReportsView(reports.list(territories(territory, caller), wanted, MOST).stream()
                .filter(report -> caller.holds(Role.MODERATOR, report.territoryPath()))
                .map(ReportView::of)
                .toList());
    }

    @PostMapping("/v1/reports/{id}/close")
    @AllowedTo({Role.MODERATOR, Role.OPERATOR})
    ReportView close(@PathVariable String id, @RequestBody CloseRequest request, Caller caller) {
        return ReportView.of(done(reporting.close(
                id,
                given(request.outcome()),
                given(request.note()),
                caller.memberId(),
                path -> caller.holds(Role.MODERATOR, path))));
    }

    private List<String> territories(@Nullable String territory, Caller caller) {
        if (territory != null && !territory.isBlank()) {
            return List.of(territory);
        }
        return caller.isOperator() ? reports.territories() : caller.scopesOf(Role.MODERATOR);
    }

    private static Report done(Answer answer) {
        return switch (answer) {
            case Answer.Done(Report report) -> report;
            case Answer.Unknown none -> throw Problem.notFound();
            case Answer.Wrong(String field, String code, int limit) ->
                throw Problem.ofFields(List.of(Problem.Field.of(field, code, limit)));
            case Answer.TooMany none ->
                throw new Problem(HttpStatus.TOO_MANY_REQUESTS, "too-many-reports").retryAfter(Duration.ofHours(1));
            case Answer.NotYours(String territory) ->
                throw new Problem(HttpStatus.FORBIDDEN, "not-your-territory", territory);
            case Answer.Closed none -> throw new Problem(HttpStatus.CONFLICT, "report-closed");
        };
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
