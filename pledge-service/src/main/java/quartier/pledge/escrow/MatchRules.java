package quartier.pledge.escrow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How sponsors' allowances complete pledges. Money is matched in the decision that confirms the pledge and goes back in
 * the one that takes the pledge out, so no page of the journal ever shows more than the allowance.
 */
final class MatchRules {

    private static final long WHOLE = 10_000;

    private MatchRules() {}

    static Decision grant(Escrow escrow, Command.GrantAllowance command) {
        if (!command.granted().currency().equals(escrow.terms.currency())) {
            return Rules.rejected(new Rejection.WrongCurrency(escrow.terms.currency()));
        }
        long granted = command.granted().minorUnits();
        if (granted <= 0 || granted > Terms.LARGEST) {
            return Rules.rejected(new Rejection.AmountNotPositive());
        }
        Allowance before = escrow.matching.allowances().get(command.allowance());
        if (before != null
                && (!before.fund().equals(command.fund()) || !before.rule().equals(command.rule()))) {
            return Rules.rejected(new Rejection.AllowanceDiffers());
        }
        long known = before == null ? 0 : before.grantedMinorUnits();
        if (granted <= known) {
            return Rules.nothingNew();
        }
        boolean late = escrow.state.isOver() || (before != null && !before.open());
        return late
                ? Rules.rejected(new Rejection.CampaignNotLive(escrow.state))
                : Rules.accepted(new Event.AllowanceGranted(
                        command.at(), command.allowance(), command.fund(), granted - known, command.rule()));
    }

    static Decision close(Escrow escrow, Command.CloseAllowance command) {
        Allowance allowance = escrow.matching.allowances().get(command.allowance());
        if (allowance == null) {
            return Rules.rejected(new Rejection.UnknownAllowance());
        }
        return allowance.open()
                ? Rules.accepted(new Event.AllowanceClosed(command.at(), command.allowance()))
                : Rules.nothingNew();
    }

    /** What sponsors add or take back because of this event, which the escrow has seen. */
    static List<Event> following(Escrow escrow, Event event) {
        if (escrow.matching.allowances().isEmpty()) {
            return List.of();
        }
        return switch (event) {
            case Event.PledgeConfirmed e -> match(escrow, e.at(), e.pledge(), e.amountMinorUnits());
            case Event.OfflineConfirmed e -> match(escrow, e.at(), e.pledge(), e.amountMinorUnits());
            case Event.PledgeIncreased e -> match(escrow, e.at(), e.pledge(), e.amountMinorUnits());
            case Event.DisputeResolved e
            when e.counts() ->
                match(escrow, e.at(), e.dispute().pledge(), e.dispute().amountMinorUnits());
            case Event.PledgeCancelled e -> unmatch(escrow, e.at(), e.pledge(), 0);
            case Event.PledgeTurnedAway e -> unmatch(escrow, e.at(), e.pledge(), 0);
            case Event.MoneyDisputed e
            when e.dispute().fromEscrow() && !escrow.state.isOver() ->
                unmatch(escrow, e.at(), e.dispute().pledge(), 0);
            case Event.PledgeChanged e ->
                unmatch(escrow, e.at(), e.promise().pledge(), e.promise().amountMinorUnits());
            case Event.CampaignNotFunded e -> unmatchAll(escrow, e.at());
            case Event.CampaignCancelled e -> unmatchAll(escrow, e.at());
            default -> List.of();
        };
    }

    private static List<Event> match(Escrow escrow, Instant at, String pledge, long added) {
        Pledge known = escrow.pledges.get(pledge);
        if (known == null || known.promise().isLoan() || escrow.state.isOver()) {
            return List.of();
        }
        List<Event> events = new ArrayList<>();
        long room = escrow.leftBelowCap();
        for (Allowance allowance : escrow.matching.all()) {
            if (allowance.open() && allowance.rule() instanceof MatchRule.Proportional rule) {
                long amount = Math.min(room, matchOf(escrow, allowance, rule, known.promise(), added));
                if (amount > 0) {
                    events.add(new Event.Matched(at, allowance.id(), allowance.fund(), pledge, amount));
                    room -= amount;
                }
            }
        }
        return events;
    }

    /** Of the money that crosses the threshold only what lies above it is matched. */
    private static long matchOf(
            Escrow escrow, Allowance allowance, MatchRule.Proportional rule, Promise promise, long added) {
        long above = Math.min(added, escrow.totals.collected() - rule.fromMinorUnits());
        if (above <= 0) {
            return 0;
        }
        long amount = Math.min(part(above, rule.ratioBasisPoints()), allowance.leftMinorUnits());
        amount = Math.min(
                amount, left(rule.perPledgeMinorUnits(), escrow.matching.ofPledge(allowance, promise.pledge())));
        return Math.min(
                amount, left(rule.perBackerMinorUnits(), escrow.matching.ofBacker(allowance, promise.backer())));
    }

    private static long left(@Nullable Long cap, long used) {
        return cap == null ? Long.MAX_VALUE : cap - used;
    }

    /** Rounded down: a sponsor never pays more than was said. */
    private static long part(long amount, int basisPoints) {
        return amount / WHOLE * basisPoints + amount % WHOLE * basisPoints / WHOLE;
    }

    /** @param rest what the pledge still gives */
    private static List<Event> unmatch(Escrow escrow, Instant at, String pledge, long rest) {
        List<Event> events = new ArrayList<>();
        for (Allowance allowance : escrow.matching.all()) {
            long matched = escrow.matching.ofPledge(allowance, pledge);
            long kept = allowance.rule() instanceof MatchRule.Proportional rule
                    ? Math.min(matched, part(rest, rule.ratioBasisPoints()))
                    : matched;
            if (matched > kept) {
                events.add(new Event.MatchReturned(at, allowance.id(), allowance.fund(), pledge, matched - kept));
            }
        }
        return events;
    }

    private static List<Event> unmatchAll(Escrow escrow, Instant at) {
        List<Event> events = new ArrayList<>();
        for (Allowance allowance : escrow.matching.all()) {
            if (allowance.matchedMinorUnits() > 0) {
                events.add(new Event.MatchReturned(
                        at, allowance.id(), allowance.fund(), null, allowance.matchedMinorUnits()));
            }
        }
        return events;
    }

    /** Lump sums follow the campaign until its verdict: given when it has come so far, taken back when it falls behind. */
    static List<Event> lumpSums(Escrow escrow, Instant at) {
        if (escrow.state.isOver()) {
            return List.of();
        }
        List<Event> events = new ArrayList<>();
        long room = escrow.leftBelowCap();
        for (Allowance allowance : escrow.matching.all()) {
            if (allowance.rule() instanceof MatchRule.LumpSum rule) {
                long matched = allowance.matchedMinorUnits();
                boolean reached = isReached(escrow, rule);
                long missing = Math.min(room, Math.min(rule.amountMinorUnits() - matched, allowance.leftMinorUnits()));
                if (reached && allowance.open() && missing > 0) {
                    events.add(new Event.Matched(at, allowance.id(), allowance.fund(), null, missing));
                    room -= missing;
                } else if (!reached && matched > 0) {
                    events.add(new Event.MatchReturned(at, allowance.id(), allowance.fund(), null, matched));
                    room += matched;
                }
            }
        }
        return events;
    }

    private static boolean isReached(Escrow escrow, MatchRule.LumpSum rule) {
        long collected = escrow.totals.collected();
        return switch (rule.trigger()) {
            case AMOUNT -> collected >= rule.reached();
            case PERCENT -> Math.multiplyExact(collected, 100) / escrow.terms.goal() >= rule.reached();
            case BACKERS -> escrow.backers() >= rule.reached();
        };
    }

    /** What no pledge can use any more: all that is left once the campaign is over or the allowance closed. */
    static List<Event> releases(Escrow escrow, Instant at) {
        List<Event> events = new ArrayList<>();
        for (Allowance allowance : escrow.matching.all()) {
            boolean over = escrow.state.isOver() || !allowance.open();
            if (over && allowance.leftMinorUnits() > 0) {
                events.add(
                        new Event.AllowanceReleased(at, allowance.id(), allowance.fund(), allowance.leftMinorUnits()));
            }
        }
        return events;
    }
}
