package quartier.catalog.meetup;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the staff write.
 *
 * @param text plain, in paragraphs
 * @param place a name and an address, for people and for calendars
 * @param capacity how many may come
 */
public record MeetupForm(
        String territory,
        String title,
        @Nullable String titleEn,
        String text,
        @Nullable String textEn,
        String place,
        Instant startsAt,
        Instant endsAt,
        int capacity) {

    /** To the millisecond, as it is stored. */
    public MeetupForm {
        startsAt = startsAt.truncatedTo(ChronoUnit.MILLIS);
        endsAt = endsAt.truncatedTo(ChronoUnit.MILLIS);
    }
}
