package quartier.prove;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import quartier.pledge.escrow.Account;
import quartier.pledge.escrow.Returned;
import quartier.system.Answer;
import quartier.system.Launch;
import quartier.system.Pause;
import quartier.system.Replica;

/**
 * A campaign with many paid pledges ends, and the one service that settles it is killed again and again on the way. Then
 * the bank's books, the journal, the bus and the auditor are asked whether anything was lost or doubled.
 */
final class SettlementProof {

    private static final Duration RUNNING = Duration.ofDays(30);
    private static final Duration SAY_EVERY = Duration.ofSeconds(5);
    private static final int LATER_BY_MILLIS = 250;
    private static final int ASKED_AGAIN = 1_000;

    private final Options options;
    private final Path folder;
    private final Path service;
    private final Verdict verdict;
    private final Crowd crowd;
    private int expected;
    private long saidAt;

    SettlementProof(Options options, Path folder, Path service, Verdict verdict) {
        this.options = options;
        this.folder = folder;
        this.service = service;
        this.verdict = verdict;
        this.crowd = new Crowd(Stage.CAMPAIGN, options.seed());
    }

    void run() {
        verdict.say(
                "%,d pledges, %d kills, seed %d, the goal %s",
                options.pledges(), options.kills(), options.seed(), options.funded() ? "reached" : "missed");
        try (Stage stage = new Stage(folder, service, verdict)) {
            Replica replica = stage.replica("pledge-service");
            Instant deadline = stage.system().now().plus(RUNNING);
            stage.launch(terms(stage.system().now(), deadline));
            if (options.funded()) {
                verifyOwner(replica);
            }
            pledge(replica);
            stage.system().moveClockTo(deadline.plus(Duration.ofHours(1)));
            verdict.say("The deadline has passed");
            JournalBook journal = stage.journal();
            killWhileItSettles(replica, journal);
            compare(stage, replica, journal);
        }
    }

    /** Each pledge is more than 4 € and less than 55 €. */
    private Launch terms(Instant now, Instant deadline) {
        long pledges = options.pledges();
        return new Launch(now, deadline, options.funded() ? 400 * pledges : 5_500 * pledges, 11_000 * pledges, 1_000);
    }

    /** On the sandbox bank's page, as an owner does it. */
    private void verifyOwner(Replica replica) {
        try {
            Answer registered =
                    replica.post(Launch.OWNER, "payee", "/v1/payees", "{\"returnUrl\": \"http://localhost:8080/\"}");
            String page = registered.at("/onboarding");
            String path = page.substring(page.indexOf("/sandbox/"));
            Answer approved = replica.post(Launch.OWNER, "approval", path + "/approve", "");
            verdict.require(approved.status() < 400, "the bank has checked the owner: %d", approved.status());
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Until there are enough: a request that the bank did not answer in time may have been declined. */
    private void pledge(Replica replica) {
        AtomicLong confirmed = new AtomicLong();
        AtomicLong saidAt = new AtomicLong(System.nanoTime());
        long from = System.nanoTime();
        Crowd.each(new AtomicLong(), number -> confirmed.get() < options.pledges(), number -> {
            Crowd.Reply reply = crowd.pledge(number, List.of(replica));
            long all = reply.isConfirmed() ? confirmed.incrementAndGet() : confirmed.get();
            long said = saidAt.get();
            if (System.nanoTime() - said > SAY_EVERY.toNanos() && saidAt.compareAndSet(said, System.nanoTime())) {
                verdict.say("  %,d pledged over HTTP", all);
            }
        });
        crowd.resolve(replica);
        expected = crowd.confirmed().size();
        double seconds = (System.nanoTime() - from) / 1e9;
        verdict.say("Pledged in %.0f s, %.0f a second", seconds, expected / seconds);
        verdict.require(
                expected >= options.pledges(),
                "%,d pledges are acknowledged as confirmed; %,d others were not paid",
                expected,
                crowd.replies().size() - expected);
    }

    /** At moments that lie evenly spread over the steps of the settlement, and a little later by chance. */
    private void killWhileItSettles(Replica replica, JournalBook journal) {
        SplittableRandom random = new SplittableRandom(options.seed());
        long steps = options.funded() ? 1 : expected;
        long[] at = random.longs(options.kills(), 0, steps).sorted().toArray();
        verdict.say("To be killed at %s refunds", Arrays.toString(at));
        long begun = System.nanoTime();
        for (int i = 0; i < at.length; i++) {
            progressTo(at[i], journal);
            Pause.of(Duration.ofMillis(random.nextInt(LATER_BY_MILLIS)));
            replica.kill();
            long killed = journal.read().refunds().size();
            verdict.say(
                    "Kill %d after a leg of %.1f s, at page %,d: %,d refunds stand",
                    i + 1, secondsSince(begun), journal.last(), killed);
            long start = System.nanoTime();
            begun = start;
            replica.startAgain();
            verdict.say(
                    "  started again in %.1f s, goes on from %,d",
                    secondsSince(start), journal.read().refunds().size());
        }
        Stage.await(() -> said(journal) && journal.isSettled());
        verdict.say("Settled after a last leg of %.1f s, at page %,d", secondsSince(begun), journal.last());
    }

    private void progressTo(long refunds, JournalBook journal) {
        Stage.await(
                () -> said(journal) && (journal.isSettled() || journal.refunds().size() >= refunds));
    }

    private boolean said(JournalBook journal) {
        journal.read();
        if (System.nanoTime() - saidAt > SAY_EVERY.toNanos()) {
            saidAt = System.nanoTime();
            verdict.say(
                    "  page %,d: %,d refunds", journal.last(), journal.refunds().size());
        }
        return true;
    }

    private void compare(Stage stage, Replica replica, JournalBook journal) {
        requireAcknowledged(journal);
        requireBank(stage.bank(), journal);
        if (options.funded()) {
            requirePaidOut(journal);
        } else {
            requireRefunds(journal);
        }
        requireAnswers(replica);
        stage.requireTold(journal);
        stage.requireCleanAudit();
    }

    private void requireAcknowledged(JournalBook journal) {
        long kept = crowd.confirmed().stream()
                .filter(reply -> Long.valueOf(reply.amountMinorUnits())
                        .equals(journal.confirmed().get(reply.pledge())))
                .count();
        verdict.require(
                kept == expected && journal.confirmed().size() == expected,
                "acknowledged: %,d, of which the journal has %,d, each with its amount; it has %,d",
                crowd.confirmed().size(),
                kept,
                journal.confirmed().size());
    }

    private void requireBank(Bank bank, JournalBook journal) {
        verdict.require(
                bank.captured() == expected && bank.capturedMinorUnits() == journal.confirmedMinorUnits(),
                "provider: %,d payments took %,d cents, the journal has %,d",
                bank.captured(),
                bank.capturedMinorUnits(),
                journal.confirmedMinorUnits());
        verdict.require(
                bank.wrong().isEmpty() && bank.givenBack() == (options.funded() ? 0 : expected),
                "provider: %,d payments were given back exactly once and whole %s",
                bank.givenBack(),
                bank.wrong());
    }

    private void requireRefunds(JournalBook journal) {
        Set<String> distinct = new HashSet<>();
        journal.refunds().stream().map(Returned::id).forEach(distinct::add);
        long sum =
                journal.refunds().stream().mapToLong(Returned::amountMinorUnits).sum();
        verdict.require(
                distinct.size() == expected
                        && journal.refunds().size() == expected
                        && sum == journal.confirmedMinorUnits(),
                "journal: %,d refunds of %,d payments, %,d cents",
                journal.refunds().size(),
                distinct.size(),
                sum);
        verdict.require(
                journal.balances().values().stream().allMatch(balance -> balance == 0),
                "ledger: all accounts are at rest %s",
                journal.balances());
    }

    /** Nothing is held for anybody: what remains is what the platform earned, and its tax. */
    private void requirePaidOut(JournalBook journal) {
        Map<Account, Long> balances = journal.balances();
        verdict.require(
                balances.getOrDefault(Account.ESCROW, 0L) == 0
                        && balances.getOrDefault(Account.PAYABLE_OWNER, 0L) == 0
                        && balances.values().stream().mapToLong(Long::longValue).sum() == 0
                        && journal.refunds().isEmpty(),
                "ledger: nothing is held or owed %s",
                balances);
    }

    /** Under their keys, some pledges are still the same. */
    private void requireAnswers(Replica replica) {
        String state = options.funded() ? Crowd.Reply.CONFIRMED : "refunded";
        List<Long> some = new ArrayList<>(crowd.replies().entrySet().stream()
                .filter(reply -> reply.getValue().isConfirmed())
                .map(Map.Entry::getKey)
                .sorted()
                .toList());
        Collections.shuffle(some, new Random(options.seed()));
        List<Long> asked = some.subList(0, Math.min(ASKED_AGAIN, some.size()));
        long same = crowd.countSame(
                asked,
                replica,
                (first, now) ->
                        first.pledge().equals(now.pledge()) && now.state().equals(state));
        verdict.require(same == asked.size(), "%d asked again under their keys, %d are %s", asked.size(), same, state);
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
