package quartier.notification.notice.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quartier.notification.notice.MailQueue.Outcome;
import quartier.notification.notice.Notice;
import quartier.notification.notice.NoticeKind;
import quartier.testing.TestServers;

/** Several senders at one queue, on a real store. */
class MongoMailQueueIT {

    private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Notice NOTICE = Notice.of("e1", "m-remi", NoticeKind.COMMITMENT_AGREED, "kfe", "c1", NOW);

    private final MongoClient client = MongoClients.create(TestServers.mongodb());
    private final MongoDatabase database = client.getDatabase("queue-" + UUID.randomUUID());
    private final MongoNotices notices = new MongoNotices(database, new SimpleMeterRegistry());
    private final MongoMailQueue queue = new MongoMailQueue(database);

    @BeforeEach
    void addOneMail() {
        notices.add(List.of(NOTICE), Set.of(NOTICE.id()));
    }

    @AfterEach
    void close() {
        database.drop();
        client.close();
    }

    @Test
    void givesAMailToOneOfManySenders() throws Exception {
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> claim = () -> queue.claim(NOTICE.id(), NOW, LEASE).isPresent();
            long winners = 0;
            for (var sender : senders.invokeAll(Collections.nCopies(50, claim))) {
                winners += sender.get() ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        }
    }

    @Test
    void givesTheMailOfADeadSenderToAnotherWhenItsLeaseIsOver() {
        var dead = queue.claim(NOTICE.id(), NOW, LEASE).orElseThrow();

        assertThat(queue.due(NOW.plus(LEASE).minusMillis(1), 10)).isEmpty();
        assertThat(queue.due(NOW.plus(LEASE), 10)).containsExactly(NOTICE.id());
        var second = queue.claim(NOTICE.id(), NOW.plus(LEASE), LEASE).orElseThrow();
        assertThat(second.attempt()).isEqualTo(2);

        queue.retryAt(dead, NOW);
        assertThat(queue.due(NOW.plus(LEASE), 10)).isEmpty();
        queue.finish(second, Outcome.SENT, NOW.plus(LEASE));
        assertThat(queue.due(NOW.plus(Duration.ofDays(99)), 10)).isEmpty();
    }

    @Test
    void doesNotMailAgainWhenTheFactIsHeardAgain() {
        queue.finish(queue.claim(NOTICE.id(), NOW, LEASE).orElseThrow(), Outcome.SENT, NOW);

        notices.add(
                List.of(NOTICE, Notice.of("e2", "m-remi", NoticeKind.APPROVED, "kfe", null, NOW)), Set.of(NOTICE.id()));

        assertThat(queue.due(NOW.plus(Duration.ofDays(99)), 10)).isEmpty();
        assertThat(notices.of("m-remi", null, 10)).hasSize(2);
    }
}
