package quartier.pledge.audit;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Event;
import quartier.pledge.escrow.MatchRule;
import quartier.pledge.escrow.Promise;

/**
 * What sponsors put at a campaign's disposal and what of it stands beside pledges. That the allowances of a fund stay
 * within its budget is the business of the service that has the funds.
 */
final class MatchBook {

    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

    /** What stands beside one pledge. */
    private record Beside(String backer, long amount) {}

    private static final class Slice {
        final MatchRule rule;
        final Map<String, Beside> ofPledges = new HashMap<>();
        final Map<String, Long> ofBackers = new HashMap<>();
        long available;
        long matched;
        boolean closed;

        Slice(MatchRule rule) {
            this.rule = rule;
        }
    }

    private final Findings findings;
    private final Map<String, Slice> slices = new TreeMap<>();
    private long sum;
    private long available;

    MatchBook(Findings findings) {
        this.findings = findings;
    }

    /** What stands beside pledges. */
    long sum() {
        return sum;
    }

    /** What was granted and not released: beside pledges or not. */
    long available() {
        return available;
    }

    void granted(Event.AllowanceGranted event) {
        findings.requirePositive(event.added());
        Slice slice = slices.computeIfAbsent(event.allowance(), id -> new Slice(event.rule()));
        require(slice.rule.equals(event.rule()), "has two rules", event.allowance());
        slice.available = Math.addExact(slice.available, event.added());
        available = Math.addExact(available, event.added());
    }

    void closed(String allowance) {
        slice(allowance).closed = true;
    }

    void released(Event.AllowanceReleased event) {
        findings.requirePositive(event.amountMinorUnits());
        Slice slice = slice(event.allowance());
        slice.available = Math.subtractExact(slice.available, event.amountMinorUnits());
        available = Math.subtractExact(available, event.amountMinorUnits());
        limit(slice, event.allowance());
    }

    /** @param promise the pledge that it completes; null for a lump sum */
    void matched(Event.Matched event, @Nullable Promise promise, long confirmed) {
        findings.requirePositive(event.amountMinorUnits());
        String id = event.allowance();
        Slice slice = slice(id);
        require(!slice.closed, "matches although it was closed", id);
        if (event.pledge() != null) {
            require(promise != null && !promise.isLoan(), "matches what is no gift: " + event.pledge(), id);
            String backer = promise == null ? "" : promise.backer();
            add(slice, event.pledge(), backer, event.amountMinorUnits());
            requireRule(slice, id, event.pledge(), promise, confirmed);
        } else {
            require(slice.rule instanceof MatchRule.LumpSum, "matches no pledge", id);
        }
        change(slice, id, event.amountMinorUnits());
    }

    private void requireRule(Slice slice, String id, String pledge, @Nullable Promise promise, long confirmed) {
        require(!(slice.rule instanceof MatchRule.LumpSum), "matches a pledge by a lump sum: " + pledge, id);
        if (slice.rule instanceof MatchRule.Proportional rule && promise != null) {
            requirePart(slice, id, pledge, promise);
            Long ofBacker = slice.ofBackers.get(promise.backer());
            Long cap = rule.perBackerMinorUnits();
            require(cap == null || ofBacker == null || ofBacker <= cap, "gives a backer more than its cap", id);
            require(confirmed > rule.fromMinorUnits(), "matches below its threshold", id);
        }
    }

    private void requirePart(Slice slice, String id, String pledge, @Nullable Promise promise) {
        Beside beside = slice.ofPledges.get(pledge);
        long stands = beside == null ? 0 : beside.amount();
        long limit = promise == null ? 0 : partOf(slice.rule, promise.amountMinorUnits());
        require(stands <= limit, "puts " + stands + " beside pledge " + pledge + ", not " + limit, id);
    }

    private static long partOf(MatchRule of, long amount) {
        return switch (of) {
            case MatchRule.Proportional rule -> {
                long part = BigInteger.valueOf(amount)
                        .multiply(BigInteger.valueOf(rule.ratioBasisPoints()))
                        .divide(WHOLE)
                        .longValueExact();
                Long cap = rule.perPledgeMinorUnits();
                yield cap == null ? part : Math.min(part, cap);
            }
            case MatchRule.LumpSum ignored -> 0;
        };
    }

    void returned(Event.MatchReturned event) {
        findings.requirePositive(event.amountMinorUnits());
        String id = event.allowance();
        Slice slice = slice(id);
        Beside beside = event.pledge() == null ? null : slice.ofPledges.get(event.pledge());
        if (event.pledge() == null) {
            require(event.amountMinorUnits() == slice.matched, "gives back a part of all", id);
            slice.ofPledges.clear();
            slice.ofBackers.clear();
        } else if (beside == null || beside.amount() < event.amountMinorUnits()) {
            require(false, "gives back more than stands beside " + event.pledge(), id);
        } else {
            add(slice, event.pledge(), beside.backer(), -event.amountMinorUnits());
        }
        change(slice, id, -event.amountMinorUnits());
    }

    private static void add(Slice slice, String pledge, String backer, long change) {
        Beside before = slice.ofPledges.get(pledge);
        long after = Math.addExact(before == null ? 0 : before.amount(), change);
        if (after == 0) {
            slice.ofPledges.remove(pledge);
        } else {
            slice.ofPledges.put(pledge, new Beside(backer, after));
        }
        slice.ofBackers.merge(backer, change, Math::addExact);
    }

    private void change(Slice slice, String id, long change) {
        slice.matched = Math.addExact(slice.matched, change);
        sum = Math.addExact(sum, change);
        require(slice.matched >= 0, "gives back more than it matched", id);
        limit(slice, id);
    }

    private void limit(Slice slice, String id) {
        findings.examined(Check.ALLOWANCES);
        long limit = slice.rule instanceof MatchRule.LumpSum lump
                ? Math.min(lump.amountMinorUnits(), slice.available)
                : slice.available;
        require(slice.matched <= limit, "matches " + slice.matched + " of " + limit, id);
    }

    /** At the end of the decision that took the pledge out or made it smaller. */
    void requireStillDue(String pledge, @Nullable Promise confirmed) {
        slices.forEach((id, slice) -> {
            if (slice.ofPledges.containsKey(pledge)) {
                requirePart(slice, id, pledge, confirmed);
            }
        });
    }

    /** At the end of a campaign: what no pledge can use any more is the sponsors' again. */
    void requireReleased() {
        slices.forEach(
                (id, slice) -> require(slice.available == slice.matched, "is over and was not released whole", id));
    }

    private Slice slice(String allowance) {
        Slice slice = slices.get(allowance);
        if (slice == null) {
            require(false, "was never granted", allowance);
            slice = new Slice(new MatchRule.Proportional(1, 0, null, null));
            slices.put(allowance, slice);
        }
        return slice;
    }

    private void require(boolean holds, String message, String allowance) {
        if (!holds) {
            findings.found(Check.ALLOWANCES, "allowance " + allowance + " " + message);
        }
    }
}
