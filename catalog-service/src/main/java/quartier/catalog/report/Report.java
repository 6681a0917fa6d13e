package quartier.catalog.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's word about a project.
 *
 * @param id of the project, the reporter and the day: the same one reports the same project once a day
 * @param reporter a keyed hash of the member or of the address that it came from; nobody can be found by it
 * @param handledBy the member of the staff who closed it
 * @param note of the staff, for the staff
 */
public record Report(
        String id,
        String project,
        String slug,
        String title,
        List<String> territoryPath,
        Reason reason,
        String text,
        String reporter,
        Instant at,
        Outcome outcome,
        @Nullable String handledBy,
        @Nullable Instant handledAt,
        @Nullable String note) {

    public Report {
        territoryPath = List.copyOf(territoryPath);
    }

    Report closed(Outcome outcome, String by, Instant now, String note) {
        return new Report(id, project, slug, title, territoryPath, reason, text, reporter, at, outcome, by, now, note);
    }
}
