package quartier.catalog.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Takes the public's reports, and lets the staff of the project's territory answer them. */
public final class ReportProjects {

    /** Of one reporter; more is a flood and not a neighbour's concern. */
    static final int MOST_WITHIN_AN_HOUR = 10;

    static final int LONGEST_TEXT = 2_000;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Reports reports;
    private final Reported projects;
    private final Clock clock;

    public ReportProjects(Reports reports, Reported projects, Clock clock) {
        this.reports = reports;
        this.projects = projects;
        this.clock = clock;
    }

    /** @param reporter opaque, the same for the same member or address */
    public Answer report(String project, String reason, String text, String reporter) {
        Optional<Reported.Page> page = projects.find(project);
        if (page.isEmpty()) {
            return new Answer.Unknown();
        }
        Optional<Reason> known = Reason.named(reason);
        if (known.isEmpty()) {
            return new Answer.Wrong("reason", "unknown-report-reason", 0);
        }
        if (text.isBlank()) {
            return new Answer.Wrong("text", "required", 0);
        }
        if (text.length() > LONGEST_TEXT) {
            return new Answer.Wrong("text", "too-long", LONGEST_TEXT);
        }
        Instant now = clock.instant();
        if (reports.countBy(reporter, now.minus(HOUR)) >= MOST_WITHIN_AN_HOUR) {
            return new Answer.TooMany();
        }
        Report report = made(page.get(), known.get(), text.strip(), reporter, now);
        return reports.insert(report)
                ? new Answer.Done(report)
                : new Answer.Done(reports.find(report.id()).orElse(report));
    }

    private static Report made(Reported.Page page, Reason reason, String text, String reporter, Instant now) {
        String day = now.atZone(ZoneOffset.UTC).toLocalDate().toString();
        return new Report(
                page.id() + "." + day + "." + reporter,
                page.id(),
                page.slug(),
                page.title(),
                page.territoryPath(),
                reason,
                text,
                reporter,
                now,
                Outcome.OPEN,
                null,
                null,
                null);
    }

    /** @param moderates whether the caller may answer for one of these territories */
    public Answer close(String id, String outcome, String note, String by, Predicate<List<String>> moderates) {
        Optional<Report> before = reports.find(id);
        if (before.isEmpty()) {
            return new Answer.Unknown();
        }
        if (!moderates.test(before.get().territoryPath())) {
            return new Answer.NotYours(before.get().territoryPath().getLast());
        }
        Optional<Outcome> wanted = Outcome.named(outcome).filter(known -> known != Outcome.OPEN);
        if (wanted.isEmpty()) {
            return new Answer.Wrong("outcome", "unknown-outcome", 0);
        }
        if (note.length() > LONGEST_TEXT) {
            return new Answer.Wrong("note", "too-long", LONGEST_TEXT);
        }
        Report closed = before.get().closed(wanted.get(), by, clock.instant(), note.strip());
        return before.get().outcome() == Outcome.OPEN && reports.close(closed)
                ? new Answer.Done(closed)
                : new Answer.Closed();
    }
}
