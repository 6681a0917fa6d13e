package quartier.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static quartier.e2e.Campaign.GOOD_CARD;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import quartier.testing.Answer;
import quartier.testing.TestHttp;

class KilledPledgeServiceIT {

    private static final int PLEDGES = 200;

    private final RunningSystem system = RunningSystem.get();

    @Test
    void noAcknowledgedPledgeIsLostWhenTheServiceDiesInABurst() throws InterruptedException, ExecutionException {
        Campaign campaign = Campaign.launched(system, "Le kiosque à musique", 5000);
        Map<String, String> acknowledged = new ConcurrentHashMap<>();
        TestHttp remi = system.as("remi");
        try (ExecutorService backers = Executors.newFixedThreadPool(16)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < PLEDGES; i++) {
                String key = campaign.id() + "-burst-" + i;
                all.add(backers.submit(() -> pledgeOnce(campaign, remi, key, acknowledged)));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() >= PLEDGES / 4);
            system.kill("pledge-service");
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(acknowledged).hasSizeLessThan(PLEDGES);
        system.start("pledge-service");

        for (String pledge : acknowledged.values()) {
            Answer found = remi.get("/api/pledge/v1/pledges/" + pledge);
            assertThat(found.status()).as(found.body()).isEqualTo(200);
            assertThat(found.at("/state")).isEqualTo("confirmed");
        }
        // A retry under the same key is the same pledge, whether its first answer was lost or not.
        for (int i = 0; i < PLEDGES; i++) {
            pledgeUntilAnswered(campaign, remi, campaign.id() + "-burst-" + i, acknowledged);
        }
        assertThat(acknowledged.values()).doesNotHaveDuplicates().hasSize(PLEDGES);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(campaign.collectedCents()).isEqualTo(PLEDGES * 1_000L));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(campaign.project()
                                .at("/totals/collected/amount")
                                .asLong())
                        .isEqualTo(PLEDGES * 1_000L));
        clean(system.audit());
    }

    @Test
    void settlementThatDiesHalfwayFinishesWithoutPayingBackTwice() {
        system.stop("pledge-service");
        // One request at a time, so that two hundred refunds take long enough to be interrupted.
        system.startWith(Map.of("QUARTIER_SETTLEMENT_ATONCE", "1"), "pledge-service");
        Campaign campaign = Campaign.launched(system, "Le manège de la place", 9000);
        TestHttp remi = system.as("remi");
        for (int i = 0; i < PLEDGES; i++) {
            pledgeUntilAnswered(campaign, remi, campaign.id() + "-" + i, new ConcurrentHashMap<>());
        }
        system.moveClock("+32d");
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> refundedCents(campaign) > 0);
        system.kill("pledge-service");
        try (Remains remains = new Remains(system)) {
            assertThat(remains.refundsInJournal(campaign))
                    .as("refunds that stood in the journal when the process died")
                    .hasSizeBetween(1, PLEDGES - 1);
            assertThat(remains.refundsAtProvider(campaign)).hasSizeBetween(1, PLEDGES - 1);

            system.start("pledge-service");
            await().atMost(Duration.ofSeconds(120))
                    .untilAsserted(() -> assertThat(refundedCents(campaign)).isEqualTo(PLEDGES * 1_000L));
            assertThat(remains.refundsInJournal(campaign)).hasSize(PLEDGES).doesNotHaveDuplicates();
            assertThat(remains.refundsAtProvider(campaign)).hasSize(PLEDGES).doesNotHaveDuplicates();
        }
        clean(system.audit());
    }

    private static long refundedCents(Campaign campaign) {
        return campaign.statement().at("/refunded/amount").asLong();
    }

    private static void clean(RunningSystem.Outcome audit) {
        assertThat(audit.exit()).as(audit.printed()).isZero();
    }

    private static void pledgeOnce(Campaign campaign, TestHttp backer, String key, Map<String, String> acknowledged) {
        try {
            Answer answer = campaign.pledge(backer.with("Idempotency-Key", key), 10, GOOD_CARD);
            if (answer.status() == 201 && answer.at("/state").equals("confirmed")) {
                acknowledged.put(key, answer.at("/id"));
            }
        } catch (UncheckedIOException connectionLost) {
            // Not acknowledged: the caller does not know, and asks again with the same key.
            assertThat(acknowledged).doesNotContainKey(key);
        }
    }

    private static void pledgeUntilAnswered(
            Campaign campaign, TestHttp backer, String key, Map<String, String> acknowledged) {
        await().atMost(Duration.ofSeconds(60)).pollDelay(Duration.ZERO).untilAsserted(() -> {
            Answer answer = campaign.pledge(backer.with("Idempotency-Key", key), 10, GOOD_CARD);
            assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
            String before = acknowledged.put(key, answer.at("/id"));
            assertThat(before == null || before.equals(answer.at("/id"))).isTrue();
        });
    }
}
