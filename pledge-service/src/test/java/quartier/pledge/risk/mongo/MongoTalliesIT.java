package quartier.pledge.risk.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import quartier.pledge.risk.Attempt;
import quartier.pledge.risk.Attempts;
import quartier.pledge.risk.Clearance;
import quartier.pledge.risk.Rule;
import quartier.testing.TestServers;

/** Two processes of the service that count in one store. */
class MongoTalliesIT {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Rule TEN =
            new Rule("ten", Rule.Subject.MEMBER, Rule.Measure.ATTEMPTS, Duration.ofMinutes(10), 10, Rule.Action.REFUSE);
    private static final Rule CARDS =
            new Rule("cards", Rule.Subject.ADDRESS, Rule.Measure.CARDS, Duration.ofHours(1), 2, Rule.Action.REVIEW);
    private static final RiskProperties PROPERTIES =
            new RiskProperties(true, List.of(TEN, CARDS), Duration.ofHours(24), Duration.ofMinutes(1));

    private final MongoClient client = MongoClients.create(TestServers.mongodb());
    private final MongoDatabase database =
            client.getDatabase("it-" + UUID.randomUUID().toString().substring(0, 8));
    private final MongoTallies here = new MongoTallies(database, PROPERTIES);
    private final MongoTallies there = new MongoTallies(database, PROPERTIES);

    @AfterEach
    void close() {
        here.close();
        there.close();
        client.close();
    }

    private static Attempt attempt(Instant at, String card) {
        return new Attempt("m-remi", "192.0.2.1", card, 100, at);
    }

    private long documents() {
        return database.getCollection("risk_tallies").countDocuments();
    }

    @Test
    void letsThroughAsManyAsTheLimitThroughTwoInstancesAtOnce() throws Exception {
        Attempts one = new Attempts(List.of(TEN), here);
        Attempts other = new Attempts(List.of(TEN), there);
        List<Future<Clearance>> answers = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                Attempts asked = i % 2 == 0 ? one : other;
                answers.add(callers.submit(() -> asked.assess(attempt(NOON, "a"))));
            }
        }
        int passed = 0;
        for (Future<Clearance> answer : answers) {
            passed += answer.get() instanceof Clearance.Passed ? 1 : 0;
        }

        // Those that are counted together see each other, so it may be fewer than ten at once, and never more.
        assertThat(passed).isLessThanOrEqualTo(10);
        assertThat(one.assess(attempt(NOON, "a"))).isInstanceOf(Clearance.TooMany.class);
        assertThat(documents()).isEqualTo(1);
    }

    @Test
    void seesInOneInstanceTheCardsOfTheOther() {
        Attempts one = new Attempts(List.of(CARDS), here);
        Attempts other = new Attempts(List.of(CARDS), there);

        one.assess(attempt(NOON, "a"));
        other.assess(attempt(NOON, "b"));

        assertThat(one.assess(attempt(NOON, "a")))
                .isInstanceOfSatisfying(
                        Clearance.Passed.class,
                        passed -> assertThat(passed.reviewReasons()).isEmpty());
        assertThat(other.assess(attempt(NOON, "c")))
                .isInstanceOfSatisfying(
                        Clearance.Passed.class,
                        passed -> assertThat(passed.reviewReasons()).containsExactly("cards"));
    }

    @Test
    void forgetsLittleByLittleAndThenDeletes() {
        Attempts attempts = new Attempts(List.of(TEN), here);
        for (int i = 0; i < 11; i++) {
            attempts.assess(attempt(NOON, "a"));
        }
        assertThat(attempts.assess(attempt(NOON.plus(Duration.ofMinutes(10)), "a")))
                .as("the window before counts still")
                .isInstanceOf(Clearance.TooMany.class);
        assertThat(attempts.assess(attempt(NOON.plus(Duration.ofMinutes(19)), "a")))
                .as("and then hardly")
                .isInstanceOf(Clearance.Passed.class);
        assertThat(documents()).isEqualTo(2);

        here.sweep(NOON.plus(Duration.ofDays(2)));

        assertThat(documents()).isZero();
        assertThat(database.getCollection("risk_keys").countDocuments())
                .as("nobody can tell any more whose they were")
                .isZero();
    }

    @Test
    void countsOnAcrossTheChangeOfTheKey() {
        Attempts attempts = new Attempts(List.of(TEN), here);
        Instant midnight = Instant.parse("2026-11-25T00:00:00Z");
        for (int i = 0; i < 12; i++) {
            attempts.assess(attempt(midnight.minusSeconds(1), "a"));
        }

        assertThat(attempts.assess(attempt(midnight.plusSeconds(1), "a"))).isInstanceOf(Clearance.TooMany.class);
        assertThat(database.getCollection("risk_keys").countDocuments()).isEqualTo(2);
    }
}
