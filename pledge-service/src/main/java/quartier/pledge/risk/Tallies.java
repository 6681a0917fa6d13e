package quartier.pledge.risk;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What was counted lately, shared by all replicas. */
public interface Tallies {

    /**
     * What is counted together.
     *
     * @param value the member's id, the address or the card
     */
    record Counter(Rule.Subject subject, Duration window, String value) {
        @Override
        public String toString() {
            return "Counter[" + subject + ", " + window + "]";
        }
    }

    /**
     * Counts an attempt.
     *
     * @return what each counter stands at with it: of two attempts at once, the one counted last sees both
     */
    Map<Counter, Tally> count(Attempt attempt, List<Counter> counters);

    /** Counts the failure of an attempt that was counted before. */
    void countFailure(Attempt attempt, List<Counter> counters);
}
