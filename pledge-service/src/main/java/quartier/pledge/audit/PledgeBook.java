package quartier.pledge.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Event;
import quartier.pledge.escrow.Promise;
import quartier.pledge.escrow.Terms;

/** Who has promised what: holds that end once, pledges that are confirmed, and the requests behind them. */
final class PledgeBook {

    private final Terms terms;
    private final LimitBook limits;
    private final Findings findings;
    private final Map<String, Promise> held = new HashMap<>();
    private final Map<String, Promise> confirmed = new HashMap<>();
    /** Confirmed pledges whose increase is held, with what they are to become. */
    private final Map<String, Promise> changing = new HashMap<>();
    /** Pledges whose payers' banks took the money before the verdict. */
    private final Map<String, Promise> disputed = new HashMap<>();

    private final Set<String> placed = new HashSet<>();
    private final Set<String> refused = new HashSet<>();
    private final Set<String> changes = new HashSet<>();
    /** Pledges that were contested while they were under review. */
    private final Set<String> unseen = new HashSet<>();

    private final Set<String> reviews = new HashSet<>();

    PledgeBook(Terms terms, LimitBook limits, Findings findings) {
        this.terms = terms;
        this.limits = limits;
        this.findings = findings;
    }

    Collection<Promise> confirmed() {
        return confirmed.values();
    }

    @Nullable
    Promise confirmed(String pledge) {
        return confirmed.get(pledge);
    }

    /** How many payments are not known yet. */
    int open() {
        return held.size() + changing.size();
    }

    int reviews() {
        return reviews.size();
    }

    void place(Instant at, Promise promise) {
        findings.examined(Check.HOLDS);
        findings.examined(Check.IDENTITY);
        findings.requirePositive(promise.amountMinorUnits());
        String pledge = promise.pledge();
        findings.require(placed.add(pledge), Check.IDENTITY, () -> "placed twice: " + pledge);
        findings.require(
                promise.isOffline() || !refused.contains(pledge),
                Check.IDENTITY,
                () -> "placed although it was refused: " + pledge);
        findings.require(at.isBefore(terms.deadline()), Check.HOLDS, () -> "placed after the deadline: " + pledge);
        held.put(pledge, promise);
        limits.requireOpen(promise);
        limits.take(promise);
        limits.hold(promise.amountMinorUnits(), pledge);
    }

    void refuse(String pledge) {
        findings.examined(Check.IDENTITY);
        findings.require(
                refused.add(pledge) && !placed.contains(pledge),
                Check.IDENTITY,
                () -> "refused although it had an answer: " + pledge);
    }

    void await(String pledge) {
        findings.require(
                held.containsKey(pledge) || changing.containsKey(pledge),
                Check.HOLDS,
                () -> "waits for the payment of no hold: " + pledge);
    }

    /** @return what was promised; null when there was no hold (any more) */
    @Nullable
    Promise confirm(String pledge, long amount) {
        Promise promise = endHold(pledge);
        if (promise != null) {
            findings.require(
                    promise.amountMinorUnits() == amount,
                    Check.AMOUNTS,
                    () -> "confirmed with another amount: " + pledge);
            count(promise);
        }
        return promise;
    }

    void requireSeenByAProvider(String pledge) {
        Promise promise = held.get(pledge);
        findings.require(
                promise == null || !promise.isOffline(), Check.HOLDS, () -> "cash that nobody has seen: " + pledge);
    }

    void requireSeenByTwo(String pledge, String confirmedBy) {
        Promise promise = held.get(pledge);
        findings.require(
                promise != null && promise.isOffline() && !confirmedBy.equals(promise.enteredBy()),
                Check.HOLDS,
                () -> "cash that one person entered and confirmed: " + pledge);
    }

    private void count(Promise promise) {
        limits.take(promise);
        confirmed.put(promise.pledge(), promise);
        limits.confirm(promise.amountMinorUnits(), promise.pledge());
    }

    /** Nobody paid: there is nothing left to look at. */
    @Nullable
    Promise endUnpaid(String pledge) {
        reviews.remove(pledge);
        return endHold(pledge);
    }

    private @Nullable Promise endHold(String pledge) {
        Promise promise = held.remove(pledge);
        findings.require(promise != null, Check.HOLDS, () -> "a hold ends that there is not (any more): " + pledge);
        if (promise != null) {
            limits.release(promise.amountMinorUnits());
            limits.free(promise);
        }
        return promise;
    }

    void holdIncrease(Event.IncreaseHeld event) {
        findings.examined(Check.HOLDS);
        Promise wanted = event.wanted();
        String pledge = wanted.pledge();
        requireSamePledge(event.change(), wanted);
        long more = more(wanted);
        findings.requirePositive(more);
        findings.require(changing.put(pledge, wanted) == null, Check.HOLDS, () -> "two increases at once: " + pledge);
        if (movesTier(wanted)) {
            limits.requireOpen(wanted);
            limits.take(wanted);
        }
        limits.hold(more, "more of " + pledge);
    }

    void increase(String pledge, long amount) {
        Promise wanted = changing.get(pledge);
        findings.require(
                wanted != null && more(wanted) == amount,
                Check.AMOUNTS,
                () -> "increased by another amount: " + pledge);
        endIncrease(pledge);
        if (wanted != null) {
            uncount(pledge);
            count(wanted);
        }
    }

    void endIncrease(String pledge) {
        Promise wanted = changing.get(pledge);
        findings.require(wanted != null, Check.HOLDS, () -> "an increase ends that there is not (any more): " + pledge);
        if (wanted != null) {
            limits.release(more(wanted));
            if (movesTier(wanted)) {
                limits.free(wanted);
            }
            changing.remove(pledge);
        }
    }

    private long more(Promise wanted) {
        Promise before = confirmed.get(wanted.pledge());
        return wanted.amountMinorUnits() - (before == null ? 0 : before.amountMinorUnits());
    }

    private boolean movesTier(Promise wanted) {
        Promise before = confirmed.get(wanted.pledge());
        return before == null || LimitBook.movesTier(before, wanted);
    }

    /** @return how much smaller the pledge is now */
    long change(Event.PledgeChanged event) {
        requireSamePledge(event.change(), event.promise());
        Promise before = uncount(event.promise().pledge());
        if (before == null || LimitBook.movesTier(before, event.promise())) {
            limits.requireOpen(event.promise());
        }
        count(event.promise());
        return before == null ? 0 : before.amountMinorUnits() - event.promise().amountMinorUnits();
    }

    private void requireSamePledge(String change, Promise after) {
        findings.examined(Check.IDENTITY);
        findings.require(changes.add(change), Check.IDENTITY, () -> "changed twice by one request: " + change);
        Promise before = confirmed.get(after.pledge());
        findings.require(
                before == null
                        || (before.backer().equals(after.backer())
                                && before.fingerprint().equals(after.fingerprint())
                                && before.payment().equals(after.payment())),
                Check.IDENTITY,
                () -> "becomes another pledge: " + after.pledge());
    }

    private @Nullable Promise uncount(String pledge) {
        Promise promise = confirmed.remove(pledge);
        findings.require(promise != null, Check.HOLDS, () -> "not confirmed: " + pledge);
        if (promise != null) {
            limits.withdraw(promise.amountMinorUnits());
            limits.free(promise);
        }
        return promise;
    }

    void flag(String pledge) {
        reviews.add(pledge);
    }

    void clear(String pledge) {
        findings.require(reviews.remove(pledge), Check.HOLDS, () -> "cleared without a review: " + pledge);
    }

    void requireReview(String pledge) {
        findings.require(reviews.contains(pledge), Check.HOLDS, () -> "turned away without a review: " + pledge);
    }

    /**
     * Out of the campaign, held or confirmed.
     *
     * @return what was confirmed, whose money does not count any more
     */
    @Nullable
    Promise leave(String pledge) {
        reviews.remove(pledge);
        if (changing.containsKey(pledge)) {
            endIncrease(pledge);
        }
        if (confirmed.containsKey(pledge)) {
            return uncount(pledge);
        }
        endHold(pledge);
        return null;
    }

    void dispute(String pledge) {
        if (reviews.contains(pledge)) {
            unseen.add(pledge);
        }
        Promise promise = leave(pledge);
        if (promise != null) {
            disputed.put(pledge, promise);
        }
    }

    void restore(String pledge) {
        Promise promise = disputed.remove(pledge);
        findings.require(!unseen.remove(pledge), Check.VERDICT, () -> "counts again without its review: " + pledge);
        findings.require(promise != null, Check.HOLDS, () -> "counts again and was not disputed: " + pledge);
        if (promise != null) {
            count(promise);
        }
    }

    /** The end of every hold, when the campaign is cancelled. */
    void endAll() {
        Set.copyOf(changing.keySet()).forEach(this::endIncrease);
        Set.copyOf(held.keySet()).forEach(this::endHold);
        reviews.clear();
    }
}
