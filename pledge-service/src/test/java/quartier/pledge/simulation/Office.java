package quartier.pledge.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import quartier.pledge.escrow.CampaignState;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.LoanTerms;
import quartier.pledge.escrow.MatchRule;
import quartier.pledge.escrow.Money;
import quartier.pledge.escrow.Outcome;
import quartier.pledge.escrow.Payout;
import quartier.pledge.escrow.PledgeKind;
import quartier.pledge.escrow.Refund;
import quartier.pledge.escrow.RepaymentPart;
import quartier.pledge.escrow.Terms;
import quartier.pledge.escrow.Tier;
import quartier.pledge.escrow.Visibility;

/** Those who open campaigns, suspend and cancel them, and have another try at what the bank refused. */
final class Office {

    static final Duration LIVE = Duration.ofHours(2);

    private static final int REFUNDS_AT_ONCE = 5;

    private final World world;
    private final Chance chance;
    private final Scheduler scheduler;

    Office(World world) {
        this.world = world;
        this.chance = world.chance();
        this.scheduler = world.scheduler();
    }

    void start() {
        for (String campaign : world.campaigns()) {
            Terms terms = terms();
            scheduler.start("world", "open", () -> open(campaign, terms));
            scheduler.start("world", "moderate", () -> moderate(campaign));
            scheduler.start("world", "operate", () -> operate(campaign));
            if (chance.oneIn(2)) {
                scheduler.start("world", "sponsor", () -> sponsor(campaign));
            }
            if (chance.oneIn(2)) {
                scheduler.start("world", "agent", () -> agent(campaign));
            }
            new Reviewer(world, campaign).start();
            new Owner(world, campaign).start();
        }
    }

    private Terms terms() {
        long goal = chance.between(1, chance.oneIn(3) ? 600 : 6_000);
        return new Terms(
                "EUR",
                goal,
                goal + chance.between(0, 4_000),
                World.START.plus(LIVE),
                chance.below(900),
                chance.below(2_500),
                EnumSet.allOf(PledgeKind.class),
                List.of(new Tier("few", 100, "Few", 2, null, null), new Tier("many", 50, "Many", null, null, null)),
                Duration.ofMinutes(chance.below(120)),
                new LoanTerms(5_000, 0, 3));
    }

    private void open(String campaign, Terms terms) {
        boolean open = false;
        while (!open) {
            open = send(campaign, at -> new Command.OpenCampaign(at, "m-owner", terms))
                    .filter(Outcome.Accepted.class::isInstance)
                    .isPresent();
            scheduler.pause(Duration.ofSeconds(20));
        }
    }

    private void moderate(String campaign) {
        while (!world.weather().isCalm()) {
            scheduler.pause(chance.between(Duration.ofMinutes(1), Duration.ofMinutes(150)));
            switch (chance.below(12)) {
                case 0, 1 -> {
                    send(campaign, at -> new Command.SuspendCampaign(at, "looked into"));
                    scheduler.pause(chance.between(Duration.ofMinutes(1), Duration.ofMinutes(30)));
                    send(campaign, at -> new Command.ResumeCampaign(at));
                }
                case 2 -> send(campaign, at -> new Command.CancelCampaign(at, "moved away"));
                case 3 -> send(campaign, at -> new Command.ReachDeadline(at));
                case 4 -> send(campaign, at -> new Command.ResolveClosing(at));
                case 5 -> send(campaign, at -> new Command.CloseTier(at, "many"));
                default -> {}
            }
        }
    }

    /** Nothing stays suspended for ever, and what failed is tried again. */
    private void operate(String campaign) {
        while (true) {
            scheduler.pause(Duration.ofMinutes(25));
            world.look(campaign, escrow -> retry(campaign, escrow));
        }
    }

    private void retry(String campaign, Escrow escrow) {
        if (world.weather().isCalm() && escrow.state() == CampaignState.SUSPENDED) {
            send(campaign, at -> new Command.ResumeCampaign(at));
        }
        escrow.refunds()
                .filter(Refund.Failed.class::isInstance)
                .limit(REFUNDS_AT_ONCE)
                .toList()
                .forEach(refund -> send(
                        campaign, at -> new Command.RetryRefund(at, refund.of().id())));
        settleCash(campaign, escrow);
        escrow.payouts()
                .filter(payout -> payout instanceof Payout.Failed || payout instanceof Payout.CameBack)
                .toList()
                .forEach(payout -> send(campaign, at -> new Command.RetryPayout(at, payout.id())));
        escrow.loans().pending().stream()
                .filter(RepaymentPart.Failed.class::isInstance)
                .limit(REFUNDS_AT_ONCE)
                .toList()
                .forEach(part ->
                        send(campaign, at -> new Command.RetryLenderRepayment(at, part.repayment(), part.payment())));
    }

    /** Tops an allowance up, with messages that get lost and come twice, and closes it sometimes. */
    private void sponsor(String campaign) {
        MatchRule rule = chance.oneIn(4)
                ? new MatchRule.LumpSum(chance.between(1, 800), MatchRule.Trigger.AMOUNT, chance.between(1, 2_000))
                : new MatchRule.Proportional(
                        1 + chance.below(20_000), chance.below(1_000), chance.oneIn(2) ? 300L : null, null);
        long granted = 0;
        for (int times = 1 + chance.below(4); times > 0; times--) {
            granted += chance.between(1, 1_500);
            Money all = new Money(granted, "EUR");
            scheduler.pause(chance.between(Duration.ofSeconds(1), Duration.ofMinutes(50)));
            for (int again = chance.below(3); again > 0; again--) {
                send(campaign, at -> new Command.GrantAllowance(at, "a1", "f1", all, rule));
            }
        }
        if (chance.oneIn(3)) {
            send(campaign, at -> new Command.CloseAllowance(at, "a1"));
        }
    }

    /** Cash at a neighbourhood evening, which another person has to confirm. */
    private void agent(String campaign) {
        for (int n = 1 + chance.below(3); n > 0; n--) {
            String pledge = "cash" + n + "-" + campaign;
            Money amount = new Money(chance.between(1, 900), "EUR");
            scheduler.pause(chance.between(Duration.ofSeconds(1), Duration.ofMinutes(60)));
            send(
                    campaign,
                    at -> new Command.EnterOfflinePledge(
                            at,
                            pledge,
                            amount,
                            null,
                            false,
                            Visibility.ANONYMOUS,
                            "cash",
                            "agent",
                            Duration.ofMinutes(30)));
            scheduler.pause(chance.between(Duration.ofSeconds(1), Duration.ofMinutes(40)));
            String by = chance.of(List.of("agent", "other", "other"));
            send(
                    campaign,
                    at -> chance.oneIn(4)
                            ? new Command.RejectOfflinePledge(at, pledge, by)
                            : new Command.ConfirmOfflinePledge(at, pledge, by));
        }
    }

    private void settleCash(String campaign, Escrow escrow) {
        escrow.refunds()
                .filter(Refund.Due.class::isInstance)
                .filter(refund -> escrow.pledge(refund.of().pledge())
                        .filter(pledge -> pledge.promise().isOffline())
                        .isPresent())
                .toList()
                .forEach(refund -> send(
                        campaign, at -> new Command.RefundByHand(at, refund.of().id(), "counted out", "agent")));
        if (escrow.cashDue() > 0) {
            send(campaign, at -> new Command.HandOverCash(at, "agent", "receipt 1"));
        }
    }

    private Optional<Outcome> send(String campaign, Function<Instant, Command> command) {
        return world.ask("office", campaign, command);
    }
}
