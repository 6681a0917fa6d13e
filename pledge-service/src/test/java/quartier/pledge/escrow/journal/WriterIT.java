package quartier.pledge.escrow.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.pledge.escrow.Campaigns.confirm;
import static quartier.pledge.escrow.Campaigns.open;
import static quartier.pledge.escrow.Campaigns.place;
import static quartier.pledge.escrow.Campaigns.terms;
import static quartier.pledge.escrow.journal.Replicas.accept;
import static quartier.pledge.escrow.journal.Replicas.all;
import static quartier.pledge.escrow.journal.Replicas.submit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Folded;
import quartier.pledge.escrow.Outcome;
import quartier.pledge.escrow.Page;
import quartier.pledge.escrow.PledgeStatus;
import quartier.pledge.escrow.Rejection;
import quartier.pledge.escrow.TierCount;

class WriterIT {

    private static final String CAMPAIGN = "kfe";

    private final Replicas replicas = new Replicas();

    @AfterEach
    void stop() {
        replicas.close();
    }

    @Test
    void findsEverythingAgainAfterARestart() {
        EscrowEngine first = replicas.start();
        accept(first, CAMPAIGN, open(terms()));
        accept(first, CAMPAIGN, place("p1", 2_500, "basket"));
        accept(first, CAMPAIGN, confirm("p1", 2_500));
        submit(first, CAMPAIGN, place("p2", 1));
        submit(first, CAMPAIGN, place("p3", 20_000));
        Escrow before = first.escrows().find(CAMPAIGN).orElseThrow();
        first.close();

        EscrowEngine second = replicas.start();
        Escrow after = second.escrows().find(CAMPAIGN).orElseThrow();

        assertThat(after.totals()).isEqualTo(before.totals());
        assertThat(after.terms()).isEqualTo(before.terms());
        assertThat(after.sequence()).isEqualTo(before.sequence());
        assertThat(after.pledge("p1")).isEqualTo(before.pledge("p1"));
        assertThat(submit(second, CAMPAIGN, place("p3", 20_000)))
                .isEqualTo(new Outcome.Rejected(new Rejection.OverCap(12_499)));
    }

    @Test
    void decidesACommandOnceThatManySendOverTwoReplicas() {
        EscrowEngine one = replicas.start();
        EscrowEngine other = replicas.start();
        accept(one, CAMPAIGN, open(terms()));
        List<CompletableFuture<Outcome>> answers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            answers.add((i % 2 == 0 ? one : other).escrows().submit(CAMPAIGN, place("p1", 500)));
        }

        long effects = all(answers).stream()
                .map(Outcome.Accepted.class::cast)
                .filter(accepted -> !accepted.events().isEmpty())
                .count();

        assertThat(effects).isEqualTo(1);
        assertThat(other.escrows().find(CAMPAIGN).orElseThrow().held().minorUnits())
                .isEqualTo(500);
    }

    @Test
    void letsTwoWritersRaceForOneCampaignWithoutLosingOrInventingMoney() {
        EscrowEngine one = replicas.start();
        EscrowEngine other = replicas.start();
        accept(one, CAMPAIGN, open(terms(10_000, 150_000)));
        List<CompletableFuture<Outcome>> answers = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            answers.add((i % 2 == 0 ? one : other).escrows().submit(CAMPAIGN, place("p" + i, 500)));
        }

        List<Outcome> outcomes = all(answers);

        assertThat(outcomes.stream().filter(Outcome.Accepted.class::isInstance)).hasSize(300);
        assertThat(outcomes.stream().filter(new Outcome.Rejected(new Rejection.OverCap(0))::equals))
                .hasSize(300);
        Escrow stored = Objects.requireNonNull(journal().escrow());
        assertThat(stored.totals().held()).isEqualTo(150_000);
        assertThat(stored.leftBelowCap()).isZero();
    }

    @Test
    void sellsTheLastBasketToOneOfMany() {
        EscrowEngine engine = replicas.start();
        accept(engine, CAMPAIGN, open(terms(10_000, 10_000_000)));
        List<CompletableFuture<Outcome>> answers = IntStream.range(0, 1_000)
                .mapToObj(i -> engine.escrows().submit(CAMPAIGN, place("p" + i, 2_500, "basket")))
                .toList();

        List<Outcome> outcomes = all(answers);

        assertThat(outcomes.stream().filter(Outcome.Accepted.class::isInstance)).hasSize(3);
        assertThat(outcomes.stream().filter(new Outcome.Rejected(new Rejection.TierSoldOut("basket"))::equals))
                .hasSize(997);
        assertThat(engine.escrows().find(CAMPAIGN).orElseThrow().tier("basket")).isEqualTo(new TierCount(0, 3));
    }

    @Test
    void refusesAsOverloadWhatTheQueueDoesNotTake() {
        EscrowEngine engine = replicas.start(8);
        accept(engine, CAMPAIGN, open(terms(10_000, 10_000_000)));
        List<CompletableFuture<Outcome>> answers = IntStream.range(0, 5_000)
                .mapToObj(i -> engine.escrows().submit(CAMPAIGN, place("p" + i, 500)))
                .toList();

        List<Outcome> outcomes = all(answers);

        long accepted =
                outcomes.stream().filter(Outcome.Accepted.class::isInstance).count();
        assertThat(outcomes.stream()
                        .filter(Outcome.Overloaded.class::isInstance)
                        .count())
                .isEqualTo(5_000 - accepted)
                .isPositive();
        assertThat(engine.escrows().find(CAMPAIGN).orElseThrow().holds()).isEqualTo((int) accepted);
    }

    @Test
    void answersAMistakeWithoutHarmingTheRestOfItsPage() {
        EscrowEngine engine = replicas.start();
        accept(engine, CAMPAIGN, open(terms()));
        accept(engine, CAMPAIGN, place("p1", 500));
        Command impossible = confirm(terms().deadline(), "p1", "pay-p1", 500, 501);
        CompletableFuture<Outcome> mistaken = engine.escrows().submit(CAMPAIGN, impossible);
        CompletableFuture<Outcome> good = engine.escrows().submit(CAMPAIGN, confirm("p1", 500));

        assertThat(good.join()).isInstanceOf(Outcome.Accepted.class);
        assertThat(mistaken).failsWithin(Duration.ofSeconds(5));
    }

    @Test
    void seesAtOnceWhatItHasAcknowledged() {
        EscrowEngine engine = replicas.start();
        accept(engine, CAMPAIGN, open(terms()));
        accept(engine, CAMPAIGN, place("p1", 500));
        assertThat(engine.pledges().find("p1").orElseThrow().status()).isEqualTo(PledgeStatus.HELD);
        accept(engine, CAMPAIGN, confirm("p1", 500));
        assertThat(engine.pledges().find("p1").orElseThrow().status()).isEqualTo(PledgeStatus.CONFIRMED);
        assertThat(engine.pledges().find("nobody's")).isEmpty();
    }

    @Test
    void saysThatThereIsNoSuchCampaign() {
        EscrowEngine engine = replicas.start();
        assertThat(engine.escrows().find("unknown")).isEmpty();
        assertThat(submit(engine, "unknown", place("p1", 500)))
                .isEqualTo(new Outcome.Rejected(new Rejection.CampaignNotOpen()));
    }

    @Test
    void writesPagesOfSeveralCampaignsTogether() {
        EscrowEngine engine = replicas.start();
        List<String> campaigns = IntStream.range(0, 40).mapToObj(i -> "c" + i).toList();
        all(campaigns.stream()
                .map(campaign -> engine.escrows().submit(campaign, open(terms())))
                .toList());
        List<CompletableFuture<Outcome>> answers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            for (String campaign : campaigns) {
                answers.add(engine.escrows().submit(campaign, place(campaign + "-" + i, 100)));
            }
        }
        all(answers);
        for (String campaign : campaigns) {
            assertThat(engine.escrows().find(campaign).orElseThrow().held().minorUnits())
                    .isEqualTo(1_000);
        }
    }

    private Folded journal() {
        try (MongoJournal journal = new MongoJournal(replicas.database())) {
            List<Page> pages = journal.read(CAMPAIGN, 1, 10_000);
            assertThat(pages).isNotEmpty();
            return Folded.nothing(CAMPAIGN).upToDate(journal);
        }
    }
}
