package quartier.catalog.contest;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quartier.catalog.contest.Outcome.Done;
import quartier.catalog.contest.Outcome.Refused;

/** An owner's answers to what a call asks. They are given once, while projects may enter. */
public final class AnswerCall {

    static final int LONGEST = 2_000;

    private final Contests contests;
    private final Entrants entrants;
    private final Kept<Application> applications;
    private final Clock clock;

    public AnswerCall(Contests contests, Entrants entrants, Kept<Application> applications, Clock clock) {
        this.contests = contests;
        this.entrants = entrants;
        this.applications = applications;
        this.clock = clock;
    }

    public Outcome<Application> answer(String call, String project, Person by, Map<String, String> given) {
        Contest contest = contests.find(call, clock.instant()).orElse(null);
        Entrant entrant = entrants.find(project).orElse(null);
        if (contest == null || entrant == null || !mayKnow(entrant, by)) {
            return new Refused<>(new Refusal.Unknown());
        }
        if (!entrant.owner().equals(by.memberId())) {
            return new Refused<>(new Refusal.NotTheOwner());
        }
        Map<String, String> answers = new LinkedHashMap<>();
        given.forEach((question, text) -> {
            if (!text.isBlank()) {
                answers.put(question, text.strip());
            }
        });
        String id = Application.id(call, project);
        Optional<Application> before = applications.find(id);
        if (before.isPresent()) {
            return before.get().answers().equals(answers)
                    ? new Done<>(before.get())
                    : new Refused<>(new Refusal.AnswersFrozen());
        }
        List<Breach> breaches = check(contest, answers);
        return contest.unless(Stage.APPLY)
                .or(() -> breaches.isEmpty() ? Optional.empty() : Optional.of(new Refusal.RulesBroken(breaches)))
                .<Outcome<Application>>map(Refused::new)
                .orElseGet(() -> applications.change(
                        new Application(id, call, project, answers, clock.instant()),
                        kept -> kept.answers().equals(answers)
                                ? new Done<>(kept)
                                : new Refused<>(new Refusal.AnswersFrozen())));
    }

    /** For the project's owner and the call's staff. */
    public Outcome<Application> read(String call, String project, Person by) {
        Contest contest = contests.find(call, clock.instant()).orElse(null);
        Entrant entrant = entrants.find(project).orElse(null);
        boolean may = contest != null
                && entrant != null
                && (entrant.carriers().contains(by.memberId()) || by.animates(contest.territoryPath()));
        return applications
                .find(Application.id(call, project))
                .filter(found -> may)
                .<Outcome<Application>>map(Done::new)
                .orElseGet(() -> new Refused<>(new Refusal.Unknown()));
    }

    /** A stranger learns nothing of a draft. */
    private static boolean mayKnow(Entrant entrant, Person by) {
        return entrant.isPublic() || entrant.owner().equals(by.memberId());
    }

    static List<Breach> check(Contest contest, Map<String, String> answers) {
        List<Breach> found = new ArrayList<>();
        for (Contest.Asked question : contest.questions()) {
            String answer = answers.get(question.id());
            String field = "answers." + question.id();
            if (answer != null) {
                answer(found, field, question, answer);
            } else if (question.required()) {
                found.add(Breach.of(field, Rule.REQUIRED));
            }
        }
        answers.keySet().stream()
                .filter(id -> contest.questions().stream()
                        .noneMatch(question -> question.id().equals(id)))
                .sorted()
                .forEach(id -> found.add(Breach.of("answers", Rule.UNKNOWN_QUESTION, id)));
        return found;
    }

    private static void answer(List<Breach> found, String field, Contest.Asked question, String answer) {
        switch (question.kind()) {
            case TEXT -> {
                if (answer.length() > LONGEST) {
                    found.add(Breach.of(field, Rule.TOO_LONG, LONGEST));
                }
            }
            case CHOICE -> {
                if (!question.options().contains(answer)) {
                    found.add(Breach.of(field, Rule.UNKNOWN_OPTION));
                }
            }
            case NUMBER -> {
                if (!answer.matches("-?\\d{1,12}([.,]\\d{1,4})?")) {
                    found.add(Breach.of(field, Rule.NUMBER_UNREADABLE));
                }
            }
        }
    }
}
