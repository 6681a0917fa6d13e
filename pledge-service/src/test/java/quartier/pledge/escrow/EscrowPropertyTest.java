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

    private static final int LIVES = 1_500;
    private static final int COMMANDS = 120;
    private static final int PLEDGES = 12;

    @Test
    void keepsEveryInvariantInRandomLives() {
        for (long seed = 1; seed <= LIVES; seed++) {
            replay(seed);
        }
    }

    @Test
    void reachesEveryOutcomeSoThatTheLivesProveSomething() {
        Map<CampaignState, Integer> ends = new HashMap<>();
        int settled = 0;
        for (long seed = 1; seed <= LIVES; seed++) {
            Escrow end = live(seed, COMMANDS).escrow();
            ends.merge(end.state(), 1, Integer::sum);
            settled += end.isSettled() ? 1 : 0;
        }
        assertThat(ends).containsKeys(CampaignState.FUNDED, CampaignState.NOT_FUNDED, CampaignState.CANCELLED);
        assertThat(ends.values()).allMatch(count -> count > 20);
        assertThat(settled).isGreaterThan(20);
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

    private static Scenario live(long seed, int commands) {
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
                Set.of(PledgeKind.GIFT, PledgeKind.GIFT_WITH_REWARD),
                List.of(new Tier("few", 100, "Few", 2, null), new Tier("many", 50, "Many", null, null)),
                Duration.ofHours(random.nextInt(0, 72)));
    }

    private static Command next(RandomGenerator random, Instant now, Escrow escrow) {
        String pledge = "p" + random.nextInt(PLEDGES);
        String payment = random.nextInt(10) == 0 ? "other-" + pledge : Campaigns.payment(pledge);
        return switch (random.nextInt(24)) {
            case 0, 1, 2, 3, 4, 5 -> place(random, now, pledge);
            case 6, 7, 8, 9, 10 -> confirm(random, now, pledge, payment, escrow);
            case 11 -> new Command.PaymentDeclined(now, pledge, payment, "card_declined");
            case 12 -> new Command.PaymentUnknown(now, pledge, payment);
            case 13 -> new Command.ExpireHold(now, pledge);
            case 14 -> new Command.CancelPledge(now, pledge);
            case 15, 16 -> new Command.ReachDeadline(now);
            case 17 -> new Command.ResolveClosing(now);
            case 18 -> new Command.RefundFailed(now, payment, random.nextInt(1, 3), "account closed");
            case 19, 20 -> new Command.RefundSucceeded(now, payment);
            case 21 -> new Command.RetryRefund(now, payment);
            case 22 -> payout(random, now);
            default -> rare(random, now);
        };
    }

    private static Command place(RandomGenerator random, Instant now, String pledge) {
        @Nullable String tier = random.nextInt(3) == 0 ? (random.nextBoolean() ? "few" : "many") : null;
        Money amount = new Money(random.nextLong(-1, 1_500), "EUR");
        return Campaigns.place(now, pledge, "m-" + random.nextInt(5), BackerKind.PERSON, amount, tier);
    }

    private static Command confirm(RandomGenerator random, Instant now, String pledge, String payment, Escrow escrow) {
        long asked = escrow.pledge(pledge)
                .map(known -> known.promise().amountMinorUnits())
                .orElse(random.nextLong(1, 1_500));
        long amount = random.nextInt(12) == 0 ? asked + 1 : asked;
        return Campaigns.confirm(now, pledge, payment, amount, random.nextLong(0, Math.min(amount, 20) + 1));
    }

    private static Command payout(RandomGenerator random, Instant now) {
        return switch (random.nextInt(4)) {
            case 0 -> new Command.PayoutFailed(now, random.nextInt(1, 3), "account closed");
            case 1 -> new Command.RetryPayout(now);
            default -> new Command.PayoutSucceeded(now, "po-1");
        };
    }

    private static Command rare(RandomGenerator random, Instant now) {
        return switch (random.nextInt(6)) {
            case 0 -> new Command.CancelCampaign(now, "moved away");
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
            boolean counts = switch (pledge) {
                case Pledge.Held ignored -> true;
                case Pledge.Confirmed ignored -> true;
                case Pledge.Declined ignored -> false;
                case Pledge.Expired ignored -> false;
                case Pledge.Cancelled ignored -> false;
            };
            held += pledge instanceof Pledge.Held ? promise.amountMinorUnits() : 0;
            confirmed += pledge instanceof Pledge.Confirmed ? promise.amountMinorUnits() : 0;
            String tier = promise.tier();
            if (counts && tier != null) {
                taken.merge(tier, 1, Integer::sum);
            }
        }
        assertThat(totals.held()).as("held").isEqualTo(held);
        assertThat(totals.collected()).as("collected").isEqualTo(confirmed);
        assertThat(held + confirmed)
                .as("the cap")
                .isLessThanOrEqualTo(escrow.terms().cap());
        for (Tier tier : escrow.terms().tiers()) {
            int count = taken.getOrDefault(tier.id(), 0);
            assertThat(escrow.tier(tier.id()).taken()).isEqualTo(count);
            Integer stock = tier.stock();
            assertThat(stock == null || count <= stock).as("the stock").isTrue();
        }
        assertMoney(scenario, escrow, totals);
        if (before.state().isOver()) {
            assertThat(escrow.state()).as("one verdict").isEqualTo(before.state());
        }
        if (decision instanceof Decision.Rejected) {
            assertThat(escrow.totals()).as("a refusal changes nothing").isEqualTo(before.totals());
        }
    }

    private static void assertMoney(Scenario scenario, Escrow escrow, Totals totals) {
        long distributed = escrow.split().map(Split::collected).orElse(0L);
        long inEscrow = -scenario.balance(Account.ESCROW);
        assertThat(inEscrow).as("the escrow").isNotNegative();
        assertThat(inEscrow).isEqualTo(totals.received() - totals.refunded() - distributed);
        long owed = 0;
        for (Refund refund : escrow.refunds().toList()) {
            owed += refund instanceof Refund.Done ? 0 : refund.of().amountMinorUnits();
        }
        assertThat(totals.owed()).as("owed").isEqualTo(owed);
        long kept = escrow.state() == CampaignState.NOT_FUNDED || escrow.state() == CampaignState.CANCELLED
                ? 0
                : totals.collected() - distributed;
        assertThat(inEscrow).as("pledge by pledge").isEqualTo(owed + kept);
        if (escrow.state() == CampaignState.NOT_FUNDED || escrow.state() == CampaignState.CANCELLED) {
            assertThat(escrow.payout()).as("all or nothing").isEmpty();
        }
        escrow.split()
                .ifPresent(split -> assertThat(split.collected())
                        .isGreaterThanOrEqualTo(escrow.terms().goal()));
        if (escrow.isSettled() && escrow.payout().isPresent()) {
            assertThat(scenario.balance(Account.PAYABLE_OWNER)).as("paid out").isZero();
        }
    }

    /** The same command again changes nothing, and what is refused stays refused. */
    private static void assertRepeatable(Scenario scenario, Command command, Decision first) {
        if (command instanceof Command.RetryRefund
                || command instanceof Command.RetryPayout
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
