package quartier.catalog.contest.call;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import quartier.catalog.call.Call;
import quartier.catalog.call.Calls;
import quartier.catalog.call.Criterion;
import quartier.catalog.call.Cursor;
import quartier.catalog.call.Page;
import quartier.catalog.call.Phase;
import quartier.catalog.call.Question;
import quartier.catalog.call.Search;
import quartier.catalog.call.Words;
import quartier.catalog.contest.Contest;
import quartier.catalog.contest.Contests;
import quartier.catalog.contest.Running;
import quartier.catalog.contest.Stage;

/** What is chosen from are the calls of this service. */
@Component
final class RunningContests implements Contests {

    private static final int AT_ONCE = 100;

    private final Calls calls;

    RunningContests(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Optional<Contest> find(String call, Instant now) {
        return calls.find(call).map(found -> contest(found, now));
    }

    @Override
    public List<Running> running(Instant now) {
        List<Running> running = new ArrayList<>();
        Cursor cursor = null;
        do {
            Page page = calls.list(new Search(null, null, now, cursor, AT_ONCE));
            page.calls().stream()
                    .filter(call -> isRunning(call.phaseAt(now)))
                    .map(call -> running(call, now))
                    .forEach(running::add);
            cursor = page.next();
        } while (cursor != null);
        return running;
    }

    private static boolean isRunning(Phase phase) {
        return phase != Phase.ANNOUNCE && phase != Phase.RESULT;
    }

    private static Running running(Call call, Instant now) {
        Words title = call.form().title();
        Instant until = call.timetable().stream()
                .filter(span -> span.phase() == call.phaseAt(now))
                .flatMap(span -> Stream.ofNullable(span.until()))
                .findFirst()
                .orElse(null);
        return new Running(contest(call, now), new Running.Title(title.fr(), title.en()), until);
    }

    private static Contest contest(Call call, Instant now) {
        var form = call.form();
        var selection = form.selection();
        return new Contest(
                call.id(),
                call.slug(),
                form.territory(),
                call.territoryPath(),
                stage(call, now),
                form.questions().stream().map(RunningContests::asked).toList(),
                selection.criteria().stream().collect(Collectors.toMap(Criterion::id, Criterion::weightPercent)),
                selection.juryUntil() != null,
                selection.preferenceUntil() != null,
                selection.votesEach(),
                form.stake().envelopeMinorUnits());
    }

    private static Contest.Asked asked(Question question) {
        return new Contest.Asked(
                question.id(),
                switch (question.kind()) {
                    case TEXT -> Contest.Kind.TEXT;
                    case CHOICE -> Contest.Kind.CHOICE;
                    case NUMBER -> Contest.Kind.NUMBER;
                },
                question.required(),
                question.options().stream().map(Words::fr).toList());
    }

    private static Stage stage(Call call, Instant now) {
        return switch (call.phaseAt(now)) {
            case ANNOUNCE -> Stage.ANNOUNCE;
            case APPLY -> Stage.APPLY;
            case CHECK -> Stage.CHECK;
            case JURY -> Stage.JURY;
            case PREFERENCE -> Stage.PREFERENCE;
            case RESULT -> Stage.RESULT;
        };
    }
}
