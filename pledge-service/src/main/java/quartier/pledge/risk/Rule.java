package quartier.pledge.risk;

import java.time.Duration;
import java.util.Locale;

/**
 * How much of something one subject may do within a window.
 *
 * @param id stable; the reason of a review
 * @param limit the most that is all right, in attempts, cards or minor units
 */
public record Rule(String id, Subject subject, Measure measure, Duration window, long limit, Action action) {

    public enum Subject {
        MEMBER,
        ADDRESS,
        CARD
    }

    public enum Measure {
        ATTEMPTS,
        /** Those to which the provider said no. */
        FAILURES,
        /** Different ones. */
        CARDS,
        /** Of all attempts, in minor units. */
        SUM
    }

    public enum Action {
        /** The attempt is turned away for now. */
        REFUSE,
        /** The pledge is taken, and somebody looks at it before the verdict. */
        REVIEW
    }

    public Rule {
        if (!id.matches("[a-z][a-z0-9-]{0,49}")) {
            throw new IllegalArgumentException("a rule's id is a short word, not " + id);
        }
        if (limit < 0 || window.compareTo(Duration.ofSeconds(1)) < 0 || window.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(id + " needs a limit and a window of 1 s to " + LONGEST);
        }
        if (subject == Subject.CARD && measure == Measure.CARDS) {
            throw new IllegalArgumentException(id + " counts the cards of a card");
        }
    }

    /** What is counted is kept for two windows. */
    private static final Duration LONGEST = Duration.ofDays(7);

    boolean isBrokenBy(Tally tally) {
        return tally.of(measure) > limit;
    }

    @Override
    public String toString() {
        return id + " (" + subject.name().toLowerCase(Locale.ROOT) + ")";
    }
}
