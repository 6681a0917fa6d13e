package quartier.gateway.animation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Days and hours as people type them, on the wall in Paris; services know only UTC. */
final class WallClock {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private WallClock() {}

    static LocalDate day(Instant instant) {
        return instant.atZone(PARIS).toLocalDate();
    }

    static String typedDay(@Nullable Instant instant) {
        return instant == null ? "" : day(instant).toString();
    }

    static String typedMinute(Instant instant) {
        return MINUTES.format(instant.atZone(PARIS));
    }

    static Instant beginOf(LocalDate day) {
        return day.atStartOfDay(PARIS).toInstant();
    }

    static Instant endOf(LocalDate day) {
        return day.atTime(LAST_SECOND).atZone(PARIS).toInstant();
    }

    static Optional<LocalDate> parseDay(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** {@code 2027-01-15T18:30}, with a blank where the browser has no such field. */
    static Optional<Instant> parseMinute(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank()
                    ? Optional.empty()
                    : Optional.of(LocalDateTime.parse(typed.strip().replace(' ', 'T'))
                            .atZone(PARIS)
                            .toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** The moment that was, where the same day is typed again. */
    static Instant kept(@Nullable Instant before, LocalDate typed, Instant otherwise) {
        return before != null && day(before).equals(typed) ? before : otherwise;
    }
}
