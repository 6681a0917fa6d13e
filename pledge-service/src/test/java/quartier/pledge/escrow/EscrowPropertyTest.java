package quartier.pledge.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.pledge.escrow.Campaigns.DEADLINE;
import static quartier.pledge.escrow.Campaigns.START;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random lives of campaigns: the invariants hold after every command, whatever comes in whatever order. A failure names
 * its seed and the shortest prefix of commands that fails; {@link #replay} runs it again.
 */
class EscrowPropertyTest {

    private static final int LIVES = 3_000;
    static final int COMMANDS = 160;
    private static final int PLEDGES = 12;

    @Test
    void keepsEveryInvariantInRandomLives() {
        for (long seed = 1; seed <= LIVES; seed++) {
            replay(seed);
        }
    }

    @Test
    void reachesEveryOutcomeAndSettlesEveryLife() {
        Map<CampaignState, Integer> ends = new HashMap<>();
        for (long seed = 1; seed <= LIVES; seed++) {
            Scenario scenario = live(seed, COMMANDS);
            settle(scenario);
            ends.merge(scenario.escrow().state(), 1, Integer::sum);
            assertThat(scenario.escrow().isSettled())
                    .as("seed %d settles", seed)
                    .isTrue();
        }
        assertThat(ends).containsOnlyKeys(CampaignState.FUNDED, CampaignState.NOT_FUNDED, CampaignState.CANCELLED);
        assertThat(ends.values()).allMatch(count -> count > 100);
    }

    /** Does all that is due, as the runner and an operator would, until nothing is. */
    static void settle(Scenario scenario) {
        Instant now = DEADLINE.plus(Duration.ofDays(400));
        for (int round = 0; round < 50 && !scenario.escrow().isSettled(); round++) {
            Escrow escrow = scenario.escrow();
            List<Command> commands = new ArrayList<>();
            if (escrow.state() == CampaignState.SUSPENDED) {
                commands.add(new Command.CancelCampaign(now, "nobody came back"));
            }
            escrow.reviews().forEach(review -> commands.add(new Command.ClearPledge(now, review.pledge(), "m-odile")));
            escrow.due(now, 100).forEach(due -> commands.add(done(due, now)));
            escrow.refunds()
                    .filter(refund -> refund instanceof Refund.Failed || refund instanceof Refund.Due)
                    .forEach(refund -> commands.add(
                            new Command.RefundByHand(now, refund.of().id(), "transfer", "m-odile")));
            escrow.payouts().forEach(payout -> commands.add(new Command.RetryPayout(now, payout.id())));
            commands.add(new Command.HandOverCash(now, "m-odile", "receipt"));
            for (Command command : commands) {
                Escrow before = scenario.escrow();
                assertInvariants(scenario, before, scenario.decide(command));
            }
        }
    }

    private static Command done(Due due, Instant now) {
        return switch (due) {
            case Due.HoldEnds hold -> new Command.ExpireHold(now, hold.pledge());
            case Due.ConfirmationMissed missed -> new Command.ExpireHold(now, missed.pledge());
            case Due.PaymentToLookUp payment ->
                new Command.PaymentDeclined(now, payment.pledge(), payment.payment(), "never_started");
            case Due.DeadlineReached ignored -> new Command.ReachDeadline(now);
            case Due.VerdictDue ignored -> new Command.ResolveClosing(now);
            case Due.RefundToMake refund ->
                new Command.RefundSucceeded(now, refund.money().id());
            case Due.PayoutToMake payout -> new Command.PayoutSucceeded(now, payout.payout(), payout.attempt(), "po");
            case Due.LenderToRepay part -> new Command.LenderRepaid(now, part.repayment(), part.payment(), "rp");
            case Due.ArrearsToMark ignored -> new Command.MarkArrears(now);
        };
    }

    @Test
    void givesTheSameLifeForTheSameSeed() {
        assertThat(live(42, COMMANDS).history()).isEqualTo(live(42, COMMANDS).history());
    }

    /** Runs one life; on failure looks for its shortest failing beginning. */
    private static void replay(long seed) {
        try {
            live(seed, COMMANDS);
        } catch (AssertionError | RuntimeException failed) {
            for (int commands = 1; commands <= COMMANDS; commands++) {
                try {
                    live(seed, commands);
                } catch (AssertionError | RuntimeException shortest) {
                    throw new AssertionError("seed " + seed + " fails after " + commands + " commands", shortest);
                }
            }
            throw failed;
        }
    }

    static Scenario live(long seed, int commands) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Scenario scenario = Scenario.opened(terms(random));
        Instant now = START;
        for (int i = 0; i < commands; i++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(0, 900)));
            Command command = next(random, now, scenario.escrow());
            Escrow before = scenario.escrow();
            Decision decision = scenario.decide(command);
            assertInvariants(scenario, before, decision);
            assertRepeatable(scenario, command, decision);
        }
        return scenario;
    }

    private static Terms terms(RandomGenerator random) {
        long goal = random.nextLong(1, 5_000);
        return new Terms(
                "EUR",
                goal,
                goal + random.nextLong(0, 3_000),
                DEADLINE,
                random.nextInt(0, 900),
                random.nextInt(0, 2_500),
                Set.of(PledgeKind.values()),
                List.of(new Tier("few", 100, "Few", 2, null, null), new Tier("many", 50, "Many", null, null, 20L)),
                Duration.ofHours(random.nextInt(0, 72)),
                new LoanTerms(1_000, random.nextInt(0, 3), random.nextInt(1, 6)));
    }

    private static Command next(RandomGenerator random, Instant now, Escrow escrow) {
        String pledge = "p" + random.nextInt(PLEDGES);
        String payment = random.nextInt(10) == 0 ? "other-" + pledge : paymentOf(random, pledge);
        String refund = random.nextInt(5) == 0 ? payment + "~" + random.nextInt(1, 3) : payment;
        return switch (random.nextInt(40)) {
            case 0, 1, 2, 3, 4, 5 -> place(random, now, pledge);
            case 6, 7, 8, 9, 10, 11, 12 -> confirm(random, now, pledge, payment, escrow);
            case 13 -> new Command.PaymentDeclined(now, pledge, payment, "card_declined");
            case 14 -> new Command.PaymentUnknown(now, pledge, payment);
            case 15 -> new Command.ExpireHold(now, pledge);
            case 16 -> new Command.CancelPledge(now, pledge);
            case 17, 18, 19 -> change(random, now, pledge);
            case 20, 21 -> new Command.ReachDeadline(now);
            case 22 -> new Command.ResolveClosing(now);
            case 23 -> new Command.RefundFailed(now, refund, random.nextInt(1, 3), "account closed");
            case 24, 25 -> new Command.RefundSucceeded(now, refund);
            case 26 -> new Command.RetryRefund(now, refund);
            case 27 -> new Command.RefundByHand(now, refund, "transfer-1", "m-odile");
            case 28, 29 -> payout(random, now);
            case 30, 31 -> dispute(random, now, pledge, payment, escrow);
            case 32, 33 -> match(random, now);
            case 34 -> offline(random, now);
            case 35 -> review(random, now, pledge);
            case 36, 37 -> loans(random, now, payment, escrow);
            default -> rare(random, now);
        };
    }

    /** Of the pledge itself, or of one of its increases. */
    private static String paymentOf(RandomGenerator random, String pledge) {
        return random.nextInt(3) == 0 ? "more-" + random.nextInt(3) + "-" + pledge : Campaigns.payment(pledge);
    }

    private static Command change(RandomGenerator random, Instant now, String pledge) {
        int n = random.nextInt(3);
        @Nullable String tier = random.nextInt(3) == 0 ? (random.nextBoolean() ? "few" : "many") : null;
        return new Command.ChangePledge(
                now,
                "change-" + n + "-" + pledge + random.nextInt(4),
                pledge,
                new Money(random.nextLong(0, 1_500), "EUR"),
                tier,
                tier != null && random.nextInt(4) == 0,
                "f",
                "more-" + n + "-" + pledge,
                Campaigns.HOLD);
    }

    private static Command dispute(RandomGenerator random, Instant now, String pledge, String payment, Escrow escrow) {
        String dispute = "d-" + payment;
        return switch (random.nextInt(4)) {
            case 0 -> new Command.DisputeWon(now, dispute);
            case 1 -> new Command.DisputeLost(now, dispute);
            default -> {
                long amount = escrow.pledge(pledge)
                        .flatMap(known -> known.paid().stream()
                                .filter(paid -> paid.payment().equals(payment))
                                .findFirst())
                        .map(Paid::amountMinorUnits)
                        .orElse(0L);
                Money all = new Money(random.nextInt(8) == 0 ? amount + 1 : amount, "EUR");
                yield new Command.DisputeOpened(
                        now, dispute, pledge, payment, all, new Money(random.nextLong(0, 20), "EUR"));
            }
        };
    }

    private static Command match(RandomGenerator random, Instant now) {
        int n = random.nextInt(3);
        String allowance = "a" + n;
        if (random.nextInt(6) == 0) {
            return new Command.CloseAllowance(now, allowance);
        }
        MatchRule rule = switch (n) {
            case 0 -> new MatchRule.Proportional(5_000, 0, 200L, 300L);
            case 1 -> new MatchRule.Proportional(1_000, 500, null, null);
            default -> new MatchRule.LumpSum(250, MatchRule.Trigger.BACKERS, 3);
        };
        return new Command.GrantAllowance(now, allowance, "fund-" + n, new Money(random.nextLong(1, 900), "EUR"), rule);
    }

    private static Command offline(RandomGenerator random, Instant now) {
        String pledge = "cash" + random.nextInt(3);
        String agent = "m-agent-" + random.nextInt(2);
        return switch (random.nextInt(4)) {
            case 0 -> new Command.RejectOfflinePledge(now, pledge, agent);
            case 1 ->
                new Command.EnterOfflinePledge(
                        now,
                        pledge,
                        new Money(random.nextLong(0, 500), "EUR"),
                        null,
                        false,
                        Visibility.ANONYMOUS,
                        "f-" + pledge,
                        agent,
                        Duration.ofDays(7));
            default -> new Command.ConfirmOfflinePledge(now, pledge, agent);
        };
    }

    private static Command review(RandomGenerator random, Instant now, String pledge) {
        return random.nextBoolean()
                ? new Command.ClearPledge(now, pledge, "m-odile")
                : new Command.RefusePledge(now, pledge, "m-odile");
    }

    private static Command loans(RandomGenerator random, Instant now, String payment, Escrow escrow) {
        String repayment = "r" + random.nextInt(4);
        return switch (random.nextInt(5)) {
            case 0 -> new Command.MarkArrears(now.plus(Duration.ofDays(random.nextInt(200))));
            case 1 -> new Command.LenderRepaymentFailed(now, repayment, payment, 1, "card gone");
            case 2 -> new Command.LenderRepaid(now, repayment, payment, "rp-1");
            default -> {
                long owed = escrow.loans().outstandingMinorUnits();
                yield new Command.ReceiveRepayment(
                        now, repayment, new Money(random.nextLong(0, owed + 2), "EUR"), "transfer");
            }
        };
    }

    private static Command place(RandomGenerator random, Instant now, String pledge) {
        @Nullable String tier = random.nextInt(3) == 0 ? (random.nextBoolean() ? "few" : "many") : null;
        Money amount = new Money(random.nextLong(-1, 1_500), "EUR");
        Command.PlacePledge place =
                Campaigns.place(now, pledge, "m-" + random.nextInt(5), BackerKind.PERSON, amount, tier);
        return new Command.PlacePledge(
                place.at(),
                place.pledge(),
                place.backer(),
                null,
                place.backerKind(),
                place.amount(),
                place.tier(),
                place.visibility(),
                place.fingerprint(),
                place.payment(),
                place.hold(),
                tier == null && random.nextInt(5) == 0,
                tier != null && random.nextInt(4) == 0,
                random.nextInt(10) == 0 ? List.of("many-cards") : List.of());
    }

    private static Command confirm(RandomGenerator random, Instant now, String pledge, String payment, Escrow escrow) {
        long asked = escrow.pledge(pledge)
                .map(known -> known instanceof Pledge.Waiting waiting
                        ? waiting.waitsForMinorUnits()
                        : known.promise().amountMinorUnits())
                .orElse(random.nextLong(1, 1_500));
        long amount = random.nextInt(12) == 0 ? asked + 1 : asked;
        @Nullable Instant reversible = random.nextInt(6) == 0 ? DEADLINE.plus(Duration.ofDays(30)) : null;
        return new Command.PaymentConfirmed(
                now,
                pledge,
                payment,
                new Money(amount, "EUR"),
                new Money(random.nextLong(0, Math.min(amount, 20) + 1), "EUR"),
                reversible);
    }

    private static Command payout(RandomGenerator random, Instant now) {
        String payout = random.nextInt(3) == 0 ? Payout.RESERVE : Payout.MAIN;
        int attempt = random.nextInt(1, 3);
        return switch (random.nextInt(7)) {
            case 0 -> new Command.PayoutFailed(now, payout, attempt, "account closed");
            case 1 -> new Command.RetryPayout(now, payout);
            case 2 -> new Command.PayoutReturned(now, payout, attempt, "no such account");
            case 3 -> new Command.HandOverCash(now, "m-odile", "receipt-1");
            default -> new Command.PayoutSucceeded(now, payout, attempt, "po-" + attempt);
        };
    }

    private static Command rare(RandomGenerator random, Instant now) {
        return switch (random.nextInt(8)) {
            case 0 -> new Command.CancelCampaign(now, "moved away");
            case 6, 7 ->
                new Command.CloseTier(now, List.of("few", "many", "none").get(random.nextInt(3)));
            case 1, 2 -> new Command.SuspendCampaign(now, "to be looked into");
            default -> new Command.ResumeCampaign(now);
        };
    }

    private static void assertInvariants(Scenario scenario, Escrow before, Decision decision) {
        Escrow escrow = scenario.escrow();
        Totals totals = escrow.totals();
        long trial = 0;
        for (Account account : Account.values()) {
            trial += scenario.balance(account);
        }
        assertThat(trial).as("trial balance").isZero();

        long held = 0;
        long confirmed = 0;
        Map<String, Integer> taken = new HashMap<>();
        for (Pledge pledge : escrow.pledges().toList()) {
            Promise promise = pledge.promise();
            held += pledge instanceof Pledge.Waiting waiting ? waiting.waitsForMinorUnits() : 0;
            boolean counted = pledge instanceof Pledge.Confirmed || pledge instanceof Pledge.Changing;
            confirmed += counted ? promise.amountMinorUnits() : 0;
            if (counted || pledge instanceof Pledge.Held) {
                take(taken, promise);
            }
            if (pledge instanceof Pledge.Changing changing
                    && !Objects.equals(changing.wanted().takes(), promise.takes())) {
                take(taken, changing.wanted());
            }
            if (counted) {
                assertThat(pledge.paid().stream()
                                .mapToLong(Paid::amountMinorUnits)
                                .sum())
                        .as("a pledge is what was paid for it")
                        .isEqualTo(promise.amountMinorUnits());
            }
        }
        assertThat(totals.held()).as("held").isEqualTo(held);
        assertThat(totals.collected()).as("collected").isEqualTo(confirmed);
        assertThat(held + totals.raised())
                .as("the cap")
                .isLessThanOrEqualTo(escrow.terms().cap());
        for (Tier tier : escrow.terms().tiers()) {
            int count = taken.getOrDefault(tier.id(), 0);
            assertThat(escrow.tier(tier.id()).taken()).isEqualTo(count);
            Integer stock = tier.stock();
            assertThat(stock == null || count <= stock).as("the stock").isTrue();
        }
        assertClosedTiers(before, escrow);
        assertMatches(scenario, escrow);
        assertLoans(scenario, escrow);
        assertMoney(scenario, escrow, totals);
        if (before.state().isOver()) {
            assertThat(escrow.state()).as("one verdict").isEqualTo(before.state());
        }
        if (decision instanceof Decision.Rejected) {
            assertThat(escrow.totals()).as("a refusal changes nothing").isEqualTo(before.totals());
        }
    }

    /** What is closed stays so, and whoever has something of it had it before. */
    private static void assertClosedTiers(Escrow before, Escrow escrow) {
        for (Tier tier : escrow.terms().tiers()) {
            if (before.tier(tier.id()).closed()) {
                assertThat(escrow.tier(tier.id()).closed())
                        .as("closed for ever")
                        .isTrue();
                escrow.pledges()
                        .filter(pledge -> takes(pledge, tier.id()))
                        .forEach(pledge -> assertThat(
                                        before.pledge(pledge.promise().pledge()))
                                .as("nobody takes of a closed tier")
                                .hasValueSatisfying(
                                        had -> assertThat(takes(had, tier.id())).isTrue()));
            }
        }
    }

    private static boolean takes(Pledge pledge, String tier) {
        return tier.equals(pledge.promise().takes())
                || (pledge instanceof Pledge.Changing changing
                        && tier.equals(changing.wanted().takes()));
    }

    private static void take(Map<String, Integer> taken, Promise promise) {
        String tier = promise.takes();
        if (tier != null) {
            taken.merge(tier, 1, Integer::sum);
        }
    }

    private static void assertMatches(Scenario scenario, Escrow escrow) {
        long left = 0;
        long matched = 0;
        for (Allowance allowance : escrow.allowances()) {
            assertThat(allowance.leftMinorUnits()).as("an allowance").isNotNegative();
            assertThat(allowance.matchedMinorUnits()).as("a match").isNotNegative();
            left += allowance.leftMinorUnits();
            matched += allowance.matchedMinorUnits();
        }
        assertThat(-scenario.balance(Account.MATCH)).as("what sponsors left").isEqualTo(left);
        assertThat(escrow.totals().matched()).as("matched").isEqualTo(matched);
        if (escrow.state().isOver()) {
            assertThat(left).as("released at the end").isZero();
        }
    }

    private static void assertLoans(Scenario scenario, Escrow escrow) {
        Loans loans = escrow.loans();
        assertThat(scenario.balance(Account.LOANS) + scenario.balance(Account.LOANS_ARREARS))
                .as("what the owner owes to lenders")
                .isEqualTo(loans.outstandingMinorUnits());
        assertThat(scenario.balance(Account.LOANS_ARREARS)).as("arrears").isEqualTo(loans.arrearsMinorUnits());
        long unpaid = loans.pending().values().stream()
                .mapToLong(RepaymentPart::amountMinorUnits)
                .sum();
        assertThat(-scenario.balance(Account.PAYABLE_LENDERS))
                .as("what lenders wait for")
                .isEqualTo(loans.outstandingMinorUnits() + unpaid);
    }

    private static void assertMoney(Scenario scenario, Escrow escrow, Totals totals) {
        long distributed = escrow.split().map(Split::collected).orElse(0L);
        long inEscrow = -scenario.balance(Account.ESCROW);
        assertThat(inEscrow).as("the escrow").isNotNegative();
        assertThat(inEscrow)
                .isEqualTo(
                        totals.received() + totals.matched() - totals.refunded() - totals.chargedBack() - distributed);
        long owed = 0;
        for (Refund refund : escrow.refunds().toList()) {
            boolean open = refund instanceof Refund.Due || refund instanceof Refund.Failed;
            owed += open ? refund.of().amountMinorUnits() : 0;
        }
        assertThat(totals.owed()).as("owed").isEqualTo(owed);
        boolean failed = escrow.state() == CampaignState.NOT_FUNDED || escrow.state() == CampaignState.CANCELLED;
        long kept = failed ? 0 : totals.raised() - distributed;
        assertThat(inEscrow).as("pledge by pledge").isEqualTo(owed + kept);
        if (failed) {
            assertThat(escrow.payouts()).as("all or nothing").isEmpty();
            assertThat(totals.matched()).as("sponsors are given back all").isZero();
        }
        escrow.split().ifPresent(split -> {
            assertThat(split.collected()).isGreaterThanOrEqualTo(escrow.terms().goal());
            long notPaid = escrow.payouts()
                    .filter(payout -> !(payout instanceof Payout.Done))
                    .mapToLong(Payout::amountMinorUnits)
                    .sum();
            assertThat(-scenario.balance(Account.PAYABLE_OWNER))
                    .as("what the owner waits for")
                    .isEqualTo(notPaid + escrow.cashDue());
        });
        if (escrow.isSettled()) {
            assertThat(inEscrow).as("settled").isZero();
            assertThat(scenario.balance(Account.PAYABLE_OWNER)).as("settled").isZero();
        }
    }

    /** The same command again changes nothing, and what is refused stays refused. */
    private static void assertRepeatable(Scenario scenario, Command command, Decision first) {
        if (command instanceof Command.RetryRefund
                || command instanceof Command.RetryPayout
                || command instanceof Command.HandOverCash
                || command instanceof Command.SuspendCampaign
                || command instanceof Command.ResumeCampaign) {
            return;
        }
        List<Event> before = new ArrayList<>(scenario.history());
        Decision again = scenario.decide(command);
        assertThat(scenario.history()).as("again: %s", command).isEqualTo(before);
        assertThat(again.getClass()).isEqualTo(first.getClass());
    }
}
