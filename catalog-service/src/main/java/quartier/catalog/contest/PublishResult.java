package quartier.catalog.contest;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quartier.catalog.contest.Outcome.Done;
import quartier.catalog.contest.Outcome.Refused;

/** The staff see how a call comes out, and publish it with what the winners get. */
public final class PublishResult {

    static final int AWARDS = 50;
    static final int PRIZE = 300;
    static final int REASON = 2_000;

    private final Contests contests;
    private final Kept<Jury> juries;
    private final Kept<Sheet> sheets;
    private final Kept<Ballot> ballots;
    private final Kept<Result> results;
    private final Eligible eligible;
    private final Clock clock;

    public PublishResult(
            Contests contests,
            Kept<Jury> juries,
            Kept<Sheet> sheets,
            Kept<Ballot> ballots,
            Kept<Result> results,
            Eligible eligible,
            Clock clock) {
        this.contests = contests;
        this.juries = juries;
        this.sheets = sheets;
        this.ballots = ballots;
        this.results = results;
        this.eligible = eligible;
        this.clock = clock;
    }

    public Optional<Result> of(String call) {
        return results.find(call);
    }

    /** For the staff. Before the end only how many scored, so that nobody is talked into anything. */
    public Outcome<List<Standing>> standings(String call, Person by) {
        return led(call, by)
                .map(contest -> contest.stage() == Stage.RESULT
                        ? count(contest)
                        : count(contest).stream().map(PublishResult::veiled).toList());
    }

    /** Once: the same again is a repetition. */
    public Outcome<Result> publish(String call, Person by, List<Award> awards) {
        return led(call, by)
                .then(contest -> contest.unless(Stage.RESULT)
                        .<Outcome<Result>>map(Refused::new)
                        .orElseGet(() -> published(contest, awards)));
    }

    private Outcome<Result> published(Contest contest, List<Award> awards) {
        List<Standing> standings = count(contest);
        List<Breach> breaches = check(contest, standings, awards);
        if (!breaches.isEmpty()) {
            return new Refused<>(new Refusal.RulesBroken(breaches));
        }
        var fresh = new Result(contest.call(), contest.call(), clock.instant(), standings, awards);
        return results.change(
                fresh, kept -> kept.isOf(awards) ? new Done<>(kept) : new Refused<>(new Refusal.AlreadyPublished()));
    }

    private List<Standing> count(Contest contest) {
        List<Entrant> entrants = eligible.of(contest);
        Jury jury = juries.find(contest.call()).orElse(Jury.none(contest.call()));
        List<Sheet> counting = sheets.of(contest.call()).stream()
                .filter(sheet -> jury.seats(sheet.juror()))
                .map(sheet -> withoutConflicts(sheet, entrants))
                .toList();
        return Count.of(contest, entrants, counting, ballots.of(contest.call()));
    }

    /** A juror who backed a project after scoring it counts no more for it. */
    private Sheet withoutConflicts(Sheet sheet, List<Entrant> entrants) {
        Set<String> free = entrants.stream()
                .filter(entrant -> eligible.conflict(sheet, entrant).isEmpty())
                .map(Entrant::project)
                .collect(Collectors.toSet());
        return new Sheet(
                sheet.id(),
                sheet.call(),
                sheet.juror(),
                sheet.marks().stream()
                        .filter(mark -> free.contains(mark.project()))
                        .toList(),
                sheet.conflicts());
    }

    private static Standing veiled(Standing standing) {
        return new Standing(
                standing.project(),
                standing.slug(),
                standing.title(),
                standing.owner(),
                null,
                false,
                null,
                standing.scores(),
                null);
    }

    private Outcome<Contest> led(String call, Person by) {
        Contest contest = contests.find(call, clock.instant()).orElse(null);
        if (contest == null) {
            return new Refused<>(new Refusal.Unknown());
        }
        return by.animates(contest.territoryPath())
                ? new Done<>(contest)
                : new Refused<>(new Refusal.NotYourTerritory(contest.territory()));
    }

    private static List<Breach> check(Contest contest, List<Standing> standings, List<Award> awards) {
        List<Breach> found = new ArrayList<>();
        if (awards.size() > AWARDS) {
            found.add(Breach.of("awards", Rule.TOO_MANY, AWARDS));
        }
        Set<String> entrants = standings.stream().map(Standing::project).collect(Collectors.toSet());
        Set<String> awarded = new HashSet<>();
        for (int i = 0; i < awards.size(); i++) {
            check(found, "awards[" + i + "]", awards.get(i), entrants, awarded);
        }
        if (!found.isEmpty()) {
            return found;
        }
        long sum = awards.stream()
                .map(Award::amountMinorUnits)
                .mapToLong(amount -> amount == null ? 0 : amount)
                .reduce(0, Math::addExact);
        Long envelope = contest.envelopeMinorUnits();
        if (envelope != null && sum > envelope) {
            found.add(Breach.of("awards", Rule.OVER_ENVELOPE, envelope / 100));
        }
        return found;
    }

    private static void check(
            List<Breach> found, String field, Award award, Set<String> entrants, Set<String> awarded) {
        if (!entrants.contains(award.project())) {
            found.add(Breach.of(field + ".project", Rule.NOT_AN_ENTRANT));
        } else if (!awarded.add(award.project())) {
            found.add(Breach.of(field + ".project", Rule.AWARDED_TWICE));
        }
        words(found, field + ".prize", award.prize(), award.prizeEn(), PRIZE);
        words(found, field + ".reason", award.reason(), award.reasonEn(), REASON);
        Long amount = award.amountMinorUnits();
        // No award is beyond what a long can sum.
        if (amount != null && (amount <= 0 || amount > 1_000_000_000_000L)) {
            found.add(Breach.of(field + ".amount", Rule.AMOUNT_NOT_POSITIVE));
        }
    }

    private static void words(List<Breach> found, String field, String fr, @Nullable String en, int longest) {
        if (fr.isBlank()) {
            found.add(Breach.of(field + ".fr", Rule.REQUIRED));
        }
        if (fr.length() > longest || (en != null && en.length() > longest)) {
            found.add(Breach.of(field, Rule.TOO_LONG, longest));
        }
    }
}
