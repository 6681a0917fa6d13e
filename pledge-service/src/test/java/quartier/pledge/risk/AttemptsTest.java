package quartier.pledge.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import quartier.pledge.risk.Rule.Action;
import quartier.pledge.risk.Rule.Measure;
import quartier.pledge.risk.Rule.Subject;

class AttemptsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(10);

    /** Counts in memory, and never forgets. */
    private static final class Remembered implements Tallies {
        private final Map<Counter, Tally> all = new HashMap<>();

        @Override
        public Map<Counter, Tally> count(Attempt attempt, List<Counter> counters) {
            counters.forEach(counter -> all.merge(counter, one(attempt), Remembered::sum));
            return Map.copyOf(all);
        }

        @Override
        public void countFailure(Attempt attempt, List<Counter> counters) {
            counters.forEach(counter -> all.merge(counter, new Tally(0, 1, 0, new BitSet()), Remembered::sum));
        }

        private static Tally one(Attempt attempt) {
            BitSet cards = new BitSet();
            if (attempt.card() != null) {
                cards.set(Math.floorMod(attempt.card().hashCode(), Tally.CARD_SLOTS));
            }
            return new Tally(1, 0, attempt.minorUnits(), cards);
        }

        private static Tally sum(Tally one, Tally other) {
            BitSet cards = one.cards();
            cards.or(other.cards());
            return new Tally(
                    one.attempts() + other.attempts(),
                    one.failures() + other.failures(),
                    one.sumMinorUnits() + other.sumMinorUnits(),
                    cards);
        }
    }

    private static Rule rule(Subject subject, Measure measure, long limit, Action action) {
        return new Rule("the-rule", subject, measure, WINDOW, limit, action);
    }

    private static Attempts attempts(Rule... rules) {
        return new Attempts(List.of(rules), new Remembered());
    }

    private static Attempt attempt(String member, @Nullable String address, @Nullable String card, long amount) {
        return new Attempt(member, address, card, amount, NOON.plusSeconds(60));
    }

    @Test
    void letsThroughAsManyAsTheLimitAndTellsWhenItsWindowEnds() {
        Attempts attempts = attempts(rule(Subject.MEMBER, Measure.ATTEMPTS, 2, Action.REFUSE));
        Attempt attempt = attempt("m-1", null, null, 100);

        assertThat(attempts.assess(attempt)).isInstanceOf(Clearance.Passed.class);
        assertThat(attempts.assess(attempt)).isInstanceOf(Clearance.Passed.class);
        assertThat(attempts.assess(attempt)).isEqualTo(new Clearance.TooMany("the-rule", Duration.ofMinutes(9)));
        assertThat(attempts.assess(attempt("m-2", null, null, 100))).isInstanceOf(Clearance.Passed.class);
    }

    @Test
    void countsDifferentCardsOnly() {
        Attempts attempts = attempts(rule(Subject.ADDRESS, Measure.CARDS, 1, Action.REVIEW));

        attempts.assess(attempt("m-1", "192.0.2.1", "a", 100));
        assertThat(attempts.assess(attempt("m-2", "192.0.2.1", "a", 100)))
                .isEqualTo(new Clearance.Passed(List.of(), Duration.ZERO));
        assertThat(attempts.assess(attempt("m-3", "192.0.2.1", "b", 100)))
                .isEqualTo(new Clearance.Passed(List.of("the-rule"), Duration.ofMinutes(9)));
    }

    @Test
    void countsFailuresOnceTheyAreKnown() {
        Attempts attempts = attempts(rule(Subject.CARD, Measure.FAILURES, 0, Action.REFUSE));
        Attempt attempt = attempt("m-1", null, "a", 100);

        assertThat(attempts.assess(attempt)).isInstanceOf(Clearance.Passed.class);
        attempts.failed(attempt);

        assertThat(attempts.assess(attempt("m-2", null, "a", 100))).isInstanceOf(Clearance.TooMany.class);
    }

    @Test
    void asksForAReviewOfLargeSums() {
        Attempts attempts = attempts(rule(Subject.MEMBER, Measure.SUM, 1_000, Action.REVIEW));

        assertThat(attempts.assess(attempt("m-1", null, null, 1_000)))
                .isEqualTo(new Clearance.Passed(List.of(), Duration.ZERO));
        assertThat(attempts.assess(attempt("m-1", null, null, 1)))
                .isEqualTo(new Clearance.Passed(List.of("the-rule"), Duration.ofMinutes(9)));
    }

    @Test
    void countsNothingForAnAddressThatIsNotKnown() {
        Attempts attempts = attempts(rule(Subject.ADDRESS, Measure.ATTEMPTS, 0, Action.REFUSE));

        assertThat(attempts.assess(attempt("m-1", null, null, 100))).isInstanceOf(Clearance.Passed.class);
    }

    @Test
    void estimatesASlidingWindowFromTwoFixedOnes() {
        BitSet one = new BitSet();
        one.set(1);
        BitSet both = new BitSet();
        both.set(1, 3);

        Tally tally = Tally.sliding(new Tally(2, 1, 300, one), new Tally(10, 4, Long.MAX_VALUE / 2, both), 500);

        assertThat(tally.attempts()).isEqualTo(7);
        assertThat(tally.failures()).isEqualTo(3);
        assertThat(tally.sumMinorUnits()).isGreaterThan(Long.MAX_VALUE / 5);
        assertThat(Tally.sliding(new Tally(2, 1, 300, one), new Tally(10, 4, 100, both), 1000)
                        .cards())
                .isEqualTo(both);
        assertThat(Tally.sliding(Tally.nothing(), new Tally(10, 4, 100, both), 0))
                .isEqualTo(Tally.nothing());
    }

    @Test
    void refusesRulesThatMeanNothing() {
        assertThatThrownBy(() -> rule(Subject.CARD, Measure.CARDS, 1, Action.REFUSE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rule("x", Subject.MEMBER, Measure.SUM, Duration.ZERO, 1, Action.REFUSE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rule("No id", Subject.MEMBER, Measure.SUM, WINDOW, 1, Action.REFUSE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
