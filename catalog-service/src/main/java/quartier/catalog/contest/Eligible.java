package quartier.catalog.contest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which projects of a call are judged: the public ones that gave the answers that it demands. */
public final class Eligible {

    private final Entrants entrants;
    private final Kept<Application> applications;
    private final Backings backings;

    public Eligible(Entrants entrants, Kept<Application> applications, Backings backings) {
        this.entrants = entrants;
        this.applications = applications;
        this.backings = backings;
    }

    List<Entrant> of(Contest contest) {
        List<Entrant> all = entrants.of(contest.call());
        if (!contest.demandsAnswers()) {
            return all;
        }
        Set<String> answered = applications.of(contest.call()).stream()
                .map(Application::project)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(entrant -> answered.contains(entrant.project()))
                .toList();
    }

    Optional<Entrant> one(Contest contest, String project) {
        return entrants.find(project)
                .filter(entrant -> entrant.isPublic() && contest.call().equals(entrant.call()))
                .filter(entrant -> !contest.demandsAnswers()
                        || applications
                                .find(Application.id(contest.call(), project))
                                .isPresent());
    }

    /** What keeps the juror from scoring the project, whether they say so or not. */
    Optional<Conflict.Kind> conflict(Sheet sheet, Entrant entrant) {
        if (entrant.carriers().contains(sheet.juror())) {
            return Optional.of(Conflict.Kind.OWN_PROJECT);
        }
        if (backings.has(entrant.project(), sheet.juror())) {
            return Optional.of(Conflict.Kind.BACKER);
        }
        return sheet.conflict(entrant.project()).map(declared -> Conflict.Kind.DECLARED);
    }
}
