package quartier.catalog.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long addresses and choices are kept: as long as the delivery needs them (GDPR, art. 5.1 e), and long enough to
 * answer « nothing came ». Our rule of 24 November 2026; a data protection officer may tighten it.
 */
public final class Retention {

    static final Duration AFTER_RECEPTION = Duration.ofDays(30);
    static final Duration AFTER_SENDING = Duration.ofDays(90);

    /** Of what was never sent: a project that takes longer asks again. */
    static final Duration AT_MOST = Duration.ofDays(540);

    private Retention() {}

    /** @param givenAt when the backer told them */
    public static boolean isOver(Instant givenAt, @Nullable Parcel parcel, Instant now) {
        if (parcel == null || !parcel.isToBeDelivered()) {
            return true;
        }
        return isPast(parcel.receivedAt(), AFTER_RECEPTION, now)
                || isPast(parcel.sentAt(), AFTER_SENDING, now)
                || isPast(givenAt, AT_MOST, now);
    }

    private static boolean isPast(@Nullable Instant since, Duration kept, Instant now) {
        return since != null && !now.isBefore(since.plus(kept));
    }
}
