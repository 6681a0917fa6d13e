package quartier.catalog.contest.call;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import quartier.catalog.call.Call;
import quartier.catalog.call.Calls;
import quartier.catalog.call.Criterion;
import quartier.catalog.call.Question;
import quartier.catalog.call.Words;
import quartier.catalog.contest.Contest;
import quartier.catalog.contest.Contests;
import quartier.catalog.contest.Stage;

/** What is chosen from are the calls of this service. */
@Component
final class RunningContests implements Contests {

    private final Calls calls;

    RunningContests(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Optional<Contest> find(String call, Instant now) {
        return calls.find(call).map(found -> contest(found, now));
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
