package quartier.pledge.audit.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import quartier.pledge.audit.AuditReport;
import quartier.pledge.audit.FinishedAudit;

/** @param running whether one is under way now; the numbers are the last one's */
record AuditJson(
        Instant startedAt, Instant finishedAt, String mode, int campaigns, boolean running, List<CheckJson> checks) {

    /** @param messages of the auditor itself, not translated; at most a hundred */
    record CheckJson(int number, String title, long examined, String unit, long findings, List<String> messages) {

        static CheckJson of(AuditReport.Result result, MessageSource texts, Locale locale) {
            String key = "audit.check." + result.check().number();
            return new CheckJson(
                    result.check().number(),
                    texts.getMessage(key + ".title", null, locale),
                    result.examined(),
                    texts.getMessage(key + ".unit", null, locale),
                    result.findings(),
                    result.messages());
        }
    }

    static AuditJson of(FinishedAudit audit, boolean running, MessageSource texts, Locale locale) {
        return new AuditJson(
                audit.startedAt(),
                audit.finishedAt(),
                audit.mode().name().toLowerCase(Locale.ROOT),
                audit.campaigns(),
                running,
                audit.results().stream()
                        .map(result -> CheckJson.of(result, texts, locale))
                        .toList());
    }
}
