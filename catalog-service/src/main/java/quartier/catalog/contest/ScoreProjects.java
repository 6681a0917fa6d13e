package quartier.catalog.contest;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quartier.catalog.contest.Outcome.Done;
import quartier.catalog.contest.Outcome.Refused;

/** A juror's work. Scores and conflicts are written, and changed, as long as the jury phase lasts. */
public final class ScoreProjects {

    static final int WORDS = 2_000;

    private final Contests contests;
    private final Kept<Jury> juries;
    private final Kept<Sheet> sheets;
    private final Eligible eligible;
    private final Clock clock;

    public ScoreProjects(Contests contests, Kept<Jury> juries, Kept<Sheet> sheets, Eligible eligible, Clock clock) {
        this.contests = contests;
        this.juries = juries;
        this.sheets = sheets;
        this.eligible = eligible;
        this.clock = clock;
    }

    public Outcome<List<DeskEntry>> desk(String call, String juror) {
        return seated(call, juror).map(contest -> {
            Sheet blank = Sheet.blank(call, juror);
            Sheet sheet = sheets.find(blank.id()).orElse(blank);
            return eligible.of(contest).stream()
                    .map(entrant -> entry(sheet, entrant))
                    .toList();
        });
    }

    public Outcome<Sheet> score(
            String call, String juror, String project, Map<String, Integer> scores, @Nullable String comment) {
        return sitting(call, juror).then(contest -> {
            Entrant entrant = eligible.one(contest, project).orElse(null);
            if (entrant == null) {
                return new Refused<>(new Refusal.NotAnEntrant());
            }
            List<Breach> breaches = check(contest, scores, comment);
            return sheets.change(Sheet.blank(call, juror), sheet -> {
                Optional<Conflict.Kind> conflict = eligible.conflict(sheet, entrant);
                if (conflict.isPresent()) {
                    return new Refused<>(new Refusal.InConflict(conflict.get()));
                }
                return breaches.isEmpty()
                        ? new Done<>(sheet.with(new Mark(project, scores, comment, clock.instant())))
                        : new Refused<>(new Refusal.RulesBroken(breaches));
            });
        });
    }

    public Outcome<Sheet> declare(String call, String juror, String project, String reason) {
        return sitting(call, juror).then(contest -> {
            if (eligible.one(contest, project).isEmpty()) {
                return new Refused<>(new Refusal.NotAnEntrant());
            }
            if (reason.isBlank()) {
                return new Refused<>(new Refusal.RulesBroken(List.of(Breach.of("reason", Rule.REQUIRED))));
            }
            if (reason.length() > WORDS) {
                return new Refused<>(new Refusal.RulesBroken(List.of(Breach.of("reason", Rule.TOO_LONG, WORDS))));
            }
            var conflict = new Conflict(project, reason.strip(), clock.instant());
            return sheets.change(
                    Sheet.blank(call, juror),
                    sheet -> new Done<>(sheet.conflict(project).isPresent() ? sheet : sheet.with(conflict)));
        });
    }

    private DeskEntry entry(Sheet sheet, Entrant entrant) {
        Conflict.Kind conflict = eligible.conflict(sheet, entrant).orElse(null);
        return new DeskEntry(
                entrant, conflict == null ? sheet.mark(entrant.project()).orElse(null) : null, conflict);
    }

    private Outcome<Contest> seated(String call, String juror) {
        Contest contest = contests.find(call, clock.instant()).orElse(null);
        if (contest == null) {
            return new Refused<>(new Refusal.Unknown());
        }
        return juries.find(call).filter(jury -> jury.seats(juror)).isPresent()
                ? new Done<>(contest)
                : new Refused<>(new Refusal.NotOnTheJury());
    }

    private Outcome<Contest> sitting(String call, String juror) {
        return seated(call, juror)
                .then(contest -> contest.unless(Stage.JURY)
                        .<Outcome<Contest>>map(Refused::new)
                        .orElseGet(() -> new Done<>(contest)));
    }

    private static List<Breach> check(Contest contest, Map<String, Integer> scores, @Nullable String comment) {
        List<Breach> found = new ArrayList<>();
        contest.weights().keySet().stream()
                .filter(criterion -> !scores.containsKey(criterion))
                .sorted()
                .forEach(criterion -> found.add(Breach.of("scores." + criterion, Rule.CRITERION_NOT_SCORED)));
        scores.forEach((criterion, score) -> {
            if (!contest.weights().containsKey(criterion)) {
                found.add(Breach.of("scores", Rule.UNKNOWN_CRITERION, criterion));
            } else if (score < 0 || score > Mark.HIGHEST) {
                found.add(Breach.of("scores." + criterion, Rule.SCORE_OUT_OF_RANGE, Mark.HIGHEST));
            }
        });
        if (comment != null && comment.length() > WORDS) {
            found.add(Breach.of("comment", Rule.TOO_LONG, WORDS));
        }
        return found;
    }
}
