package quartier.catalog.contest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts scores and votes. By the jury's mean where there is a jury, else by votes; exact, so that ties are ties. */
final class Count {

    /** @param sum of weighted scores, in hundredths of a point */
    private record Tally(Entrant entrant, long sum, int scores, long votes) {

        /** Of fractions, without dividing; unscored ones come last. */
        static int byMean(Tally one, Tally other) {
            if (one.scores == 0 || other.scores == 0) {
                return Integer.compare(other.scores == 0 ? 0 : 1, one.scores == 0 ? 0 : 1);
            }
            return Long.compare(
                    Math.multiplyExact(other.sum, (long) one.scores), Math.multiplyExact(one.sum, (long) other.scores));
        }

        static int byVotes(Tally one, Tally other) {
            return Long.compare(other.votes, one.votes);
        }
    }

    private Count() {}

    /** @param sheets those that count: of jurors who are seated, without marks in conflict */
    static List<Standing> of(Contest contest, List<Entrant> entrants, List<Sheet> sheets, List<Ballot> ballots) {
        Map<String, Long> votes = new HashMap<>();
        ballots.forEach(ballot -> ballot.choices().forEach(project -> votes.merge(project, 1L, Long::sum)));
        Comparator<Tally> order = contest.hasJury() ? Tally::byMean : Tally::byVotes;
        List<Tally> tallies = entrants.stream()
                .map(entrant -> tally(contest, entrant, sheets, votes))
                .sorted(order.thenComparing(tally -> tally.entrant().title()))
                .toList();
        List<Standing> standings = new ArrayList<>();
        int rank = 0;
        for (int i = 0; i < tallies.size(); i++) {
            rank = i > 0 && order.compare(tallies.get(i - 1), tallies.get(i)) == 0 ? rank : i + 1;
            standings.add(standing(contest, tallies, i, rank, order));
        }
        return standings;
    }

    private static Tally tally(Contest contest, Entrant entrant, List<Sheet> sheets, Map<String, Long> votes) {
        List<Mark> marks = sheets.stream()
                .flatMap(sheet -> sheet.mark(entrant.project()).stream())
                .toList();
        long sum = marks.stream()
                .mapToLong(mark -> mark.weighted(contest.weights()))
                .sum();
        return new Tally(entrant, sum, marks.size(), votes.getOrDefault(entrant.project(), 0L));
    }

    private static Standing standing(Contest contest, List<Tally> tallies, int at, int rank, Comparator<Tally> order) {
        Tally tally = tallies.get(at);
        boolean ranked = contest.hasJury() ? tally.scores() > 0 : contest.hasVote();
        boolean tied = (at > 0 && order.compare(tallies.get(at - 1), tally) == 0)
                || (at + 1 < tallies.size() && order.compare(tally, tallies.get(at + 1)) == 0);
        Entrant entrant = tally.entrant();
        return new Standing(
                entrant.project(),
                entrant.slug(),
                entrant.title(),
                entrant.owner(),
                ranked ? rank : null,
                ranked && tied,
                mean(tally),
                tally.scores(),
                contest.hasVote() ? tally.votes() : null);
    }

    private static @Nullable Long mean(Tally tally) {
        return tally.scores() == 0 ? null : (2 * tally.sum() + tally.scores()) / (2L * tally.scores());
    }
}
