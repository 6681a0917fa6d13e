package quartier.pledge.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Promise;
import quartier.pledge.escrow.Terms;
import quartier.pledge.escrow.Tier;

/** What is held, confirmed and matched below the cap, and taken of each tier's stock. */
final class LimitBook {

    private final Terms terms;
    private final Findings findings;
    private final Map<String, Integer> taken = new HashMap<>();
    private final Set<String> closed = new HashSet<>();
    private long held;
    private long confirmed;
    private long matched;

    LimitBook(Terms terms, Findings findings) {
        this.terms = terms;
        this.findings = findings;
    }

    long held() {
        return held;
    }

    long confirmed() {
        return confirmed;
    }

    long raised() {
        return Math.addExact(confirmed, matched);
    }

    void hold(long amount, String what) {
        held = Math.addExact(held, amount);
        requireBelowCap(what);
    }

    void release(long amount) {
        held = Math.subtractExact(held, amount);
    }

    void confirm(long amount, String what) {
        confirmed = Math.addExact(confirmed, amount);
        requireBelowCap(what);
    }

    void withdraw(long amount) {
        confirmed = Math.subtractExact(confirmed, amount);
    }

    void match(long amount, String what) {
        matched = Math.addExact(matched, amount);
        requireBelowCap(what);
    }

    private void requireBelowCap(String what) {
        findings.examined(Check.LIMITS);
        long all = Math.addExact(held, raised());
        findings.require(all <= terms.cap(), Check.LIMITS, () -> "over the cap with " + what + ": " + all);
    }

    void close(String tier) {
        findings.require(
                terms.tier(tier).isPresent() && closed.add(tier),
                Check.LIMITS,
                () -> "closed twice, or no tier: " + tier);
    }

    /** For a unit that is taken anew: what was promised before its tier was closed stays promised. */
    void requireOpen(Promise promise) {
        String id = tierOf(promise);
        findings.require(
                id == null || !closed.contains(id),
                Check.LIMITS,
                () -> "tier " + id + " taken after it was closed: " + promise.pledge());
    }

    void take(Promise promise) {
        String id = tierOf(promise);
        if (id != null) {
            int count = taken.merge(id, 1, Integer::sum);
            Integer stock = terms.tier(id).map(Tier::stock).orElse(null);
            findings.require(
                    stock == null || count <= stock,
                    Check.LIMITS,
                    () -> "tier " + id + " sold beyond its stock: " + count);
        }
    }

    void free(Promise promise) {
        String id = tierOf(promise);
        if (id != null) {
            taken.merge(id, -1, Integer::sum);
        }
    }

    /** Whether the second promise takes another unit than the first has. */
    static boolean movesTier(Promise before, Promise after) {
        return !Objects.equals(tierOf(before), tierOf(after));
    }

    private static @Nullable String tierOf(Promise promise) {
        return promise.rewardWaived() ? null : promise.tier();
    }
}
