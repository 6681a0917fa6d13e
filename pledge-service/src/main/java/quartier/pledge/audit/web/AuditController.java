package quartier.pledge.audit.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;
import quartier.pledge.audit.AuditMode;
import quartier.pledge.audit.Audits;

/** What the auditor said last, and another one when somebody wants to know now. */
@RestController
@RequestMapping("/v1/audit")
final class AuditController {

    private final Audits audits;
    private final MessageSource texts;

    AuditController(Audits audits, MessageSource texts) {
        this.audits = audits;
        this.texts = texts;
    }

    @GetMapping
    @AllowedTo(Role.OPERATOR)
    AuditJson last(Locale locale) {
        return audits.last()
                .map(audit -> AuditJson.of(audit, audits.isRunning(), texts, locale))
                .orElseThrow(Problem::notFound);
    }

    @PostMapping
    @AllowedTo(Role.OPERATOR)
    @ResponseStatus(HttpStatus.ACCEPTED)
    void start(@RequestParam(required = false) @Nullable String mode) {
        if (!audits.start(mode(mode))) {
            throw new Problem(HttpStatus.CONFLICT, "audit-running");
        }
    }

    private static AuditMode mode(@Nullable String mode) {
        return switch (mode) {
            case null -> AuditMode.FULL;
            case "full" -> AuditMode.FULL;
            case "incremental" -> AuditMode.INCREMENTAL;
            default -> throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-audit-mode");
        };
    }
}
