package quartier.catalog.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One backer's reward. Who backed which tier is pledge-service's fact, and stands here as its projection; what becomes of
 * the reward is this service's.
 *
 * @param pledge whose reward it is
 * @param backer an opaque member id
 * @param tier that was chosen; null when there is nothing to deliver any more
 * @param due whether the pledge stands
 * @param detailed whether the backer gave choices or an address, which are kept apart
 */
public record Parcel(
        String pledge,
        String project,
        String backer,
        @Nullable String tier,
        boolean due,
        State state,
        @Nullable Instant preparedAt,
        @Nullable Instant sentAt,
        @Nullable Instant receivedAt,
        boolean detailed) {

    /** Stored by name; each comes after the one before it, and PREPARED may be left out. */
    public enum State {
        AWAITED,
        PREPARED,
        SENT,
        RECEIVED
    }

    public boolean isToBeDelivered() {
        return due && tier != null;
    }

    /** Whether its backer may still say what the team must know, and has not. */
    boolean isUntold() {
        return isToBeDelivered() && !detailed && (state == State.AWAITED || state == State.PREPARED);
    }
}
