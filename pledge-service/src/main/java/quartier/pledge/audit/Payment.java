package quartier.pledge.audit;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Returned;

/** What became of one payment, as the auditor keeps it. */
final class Payment {

    final String id;
    final String pledge;
    final long received;
    final long fee;
    final boolean stray;
    final @Nullable Instant reversibleUntil;
    /** What is owed back because its pledge was made smaller, by part. */
    private final Map<Integer, Long> openParts = new HashMap<>();

    private long parts;
    private long whole;
    private long chargedBack;
    /** All that is left of it has to go back. */
    boolean owed;
    /** It counted at the verdict of a campaign that was funded. */
    boolean kept;

    Payment(String id, String pledge, long received, long fee, boolean stray, @Nullable Instant reversibleUntil) {
        this.id = id;
        this.pledge = pledge;
        this.received = received;
        this.fee = fee;
        this.stray = stray;
        this.reversibleUntil = reversibleUntil;
        this.owed = stray;
    }

    /** What of it stands behind the pledge, or goes back as the whole rest. */
    long left() {
        return received - parts - whole - chargedBack;
    }

    long inEscrow() {
        long open = openParts.values().stream().mapToLong(Long::longValue).sum();
        return kept ? open : open + left();
    }

    /** What of it stays with the campaign, as things stand. */
    long staying() {
        return owed && !kept ? 0 : left();
    }

    boolean hasOpenParts() {
        return !openParts.isEmpty();
    }

    /** False when that part has been reduced before. */
    boolean reduce(Returned part) {
        parts = Math.addExact(parts, part.amountMinorUnits());
        return part.part() > 0 && openParts.put(part.part(), part.amountMinorUnits()) == null;
    }

    /** How much of this refund is owed. */
    long due(Returned money) {
        return money.part() > 0 ? openParts.getOrDefault(money.part(), 0L) : left();
    }

    void giveBack(Returned money) {
        if (money.part() > 0) {
            openParts.remove(money.part());
        } else {
            whole = Math.addExact(whole, money.amountMinorUnits());
        }
    }

    /** The payer's bank has given that much of the refund back. */
    void setOff(Returned money, long amount) {
        if (money.part() > 0) {
            long rest = due(money) - amount;
            if (rest == 0) {
                openParts.remove(money.part());
            } else {
                openParts.put(money.part(), rest);
            }
        } else {
            chargeBack(amount);
        }
    }

    /** @param amount negative when the bank gives it back */
    void chargeBack(long amount) {
        chargedBack = Math.addExact(chargedBack, amount);
    }
}
