package quartier.catalog;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import quartier.testing.TestClock;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;

/** A test in the days of {@link ContestDriver#call()}: one day of each of its phases, of which the first is today. */
abstract class CallSeason {

    static final Instant OPEN = Instant.parse("2026-11-23T09:00:00Z");
    static final Instant JURY = Instant.parse("2026-12-10T09:00:00Z");
    static final Instant VOTE = Instant.parse("2026-12-20T09:00:00Z");
    static final Instant RESULT = Instant.parse("2027-01-05T09:00:00Z");

    final TestClock clock;
    final ContestDriver contest;

    CallSeason(TestHttp http, TestTokens tokens, TestClock clock) {
        this.clock = clock;
        this.contest = new ContestDriver(http, tokens);
    }

    @BeforeEach
    void open() {
        clock.moveTo(OPEN);
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }
}
