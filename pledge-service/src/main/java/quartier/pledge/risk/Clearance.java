package quartier.pledge.risk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the rules say of an attempt. */
public sealed interface Clearance {

    /**
     * @param reviewReasons ids of the rules that want somebody to look at it
     * @param retryAfter when they may be content again
     */
    record Passed(List<String> reviewReasons, Duration retryAfter) implements Clearance {
        public Passed {
            reviewReasons = List.copyOf(reviewReasons);
        }

        /** Where nobody can look at it, it is turned away. */
        public Optional<TooMany> insteadOfReview() {
            return reviewReasons.stream().findFirst().map(rule -> new TooMany(rule, retryAfter));
        }
    }

    /**
     * @param rule whose limit is passed
     * @param retryAfter when another attempt may be let through
     */
    record TooMany(String rule, Duration retryAfter) implements Clearance {}
}
