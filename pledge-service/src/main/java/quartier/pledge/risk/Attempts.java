package quartier.pledge.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import quartier.pledge.risk.Tallies.Counter;

/** Counts attempts to pay, and says which are too many. Each attempt counts, also one that is turned away. */
public final class Attempts {

    private final List<Rule> rules;
    private final Tallies tallies;

    public Attempts(List<Rule> rules, Tallies tallies) {
        this.rules = List.copyOf(rules);
        this.tallies = tallies;
    }

    public Clearance assess(Attempt attempt) {
        List<Counter> counters = counters(attempt);
        if (counters.isEmpty()) {
            return new Clearance.Passed(List.of(), Duration.ZERO);
        }
        Map<Counter, Tally> counted = tallies.count(attempt, counters);
        List<Rule> broken = applicable(attempt)
                .filter(rule -> rule.isBrokenBy(counted.getOrDefault(counter(rule, attempt), Tally.nothing())))
                .toList();
        Duration retryAfter = broken.stream()
                .map(rule -> left(rule.window(), attempt.at()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return broken.stream()
                .filter(rule -> rule.action() == Rule.Action.REFUSE)
                .findFirst()
                .<Clearance>map(rule -> new Clearance.TooMany(rule.id(), retryAfter))
                .orElseGet(
                        () -> new Clearance.Passed(broken.stream().map(Rule::id).toList(), retryAfter));
    }

    /** The provider said no to an attempt that was let through. */
    public void failed(Attempt attempt) {
        List<Counter> counters = counters(attempt);
        if (!counters.isEmpty()) {
            tallies.countFailure(attempt, counters);
        }
    }

    private List<Counter> counters(Attempt attempt) {
        return applicable(attempt)
                .map(rule -> counter(rule, attempt))
                .distinct()
                .toList();
    }

    private Stream<Rule> applicable(Attempt attempt) {
        return rules.stream().filter(rule -> attempt.of(rule.subject()) != null);
    }

    private static Counter counter(Rule rule, Attempt attempt) {
        return new Counter(
                rule.subject(), rule.window(), Objects.requireNonNull(attempt.of(rule.subject()), "is applicable"));
    }

    /** Until the current window is over. */
    private static Duration left(Duration window, Instant at) {
        long passed = Math.floorMod(at.toEpochMilli(), window.toMillis());
        return window.minusMillis(passed);
    }
}
