package quartier.gateway.animation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quartier.gateway.catalog.CallForProjects;

/** A call as it is being typed. Dates are whole days on the wall in Paris: from the first one's begin to the last one's end. */
record CallForm(
        @Nullable String territory,
        @Nullable String titleFr,
        @Nullable String titleEn,
        @Nullable String textFr,
        @Nullable String textEn,
        @Nullable String theme,
        @Nullable String firstDay,
        @Nullable String lastDay,
        @Nullable String version,
        @Nullable String idempotencyKey) {

    private static final ZoneId WALL_CLOCK = ZoneId.of("Europe/Paris");
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    static CallForm fresh(String key) {
        return new CallForm(null, null, null, null, null, null, null, null, null, key);
    }

    static CallForm of(CallForProjects call) {
        return new CallForm(
                call.territory(),
                call.title().fr(),
                call.title().en(),
                call.text().fr(),
                call.text().en(),
                call.theme(),
                day(call.opensAt()).toString(),
                day(call.closesAt()).toString(),
                String.valueOf(call.version()),
                null);
    }

    CallForm withKey(String key) {
        return new CallForm(territory, titleFr, titleEn, textFr, textEn, theme, firstDay, lastDay, version, key);
    }

    boolean hasReadableDates() {
        return parse(firstDay).isPresent() && parse(lastDay).isPresent();
    }

    long versionOrZero() {
        return version != null && version.matches("\\d{1,18}") ? Long.parseLong(version) : 0;
    }

    /**
     * As the catalog wants it.
     *
     * @param before whose moments stay where the same days are typed again
     */
    Map<String, Object> body(@Nullable CallForProjects before) {
        LocalDate first = parse(firstDay).orElseThrow();
        LocalDate last = parse(lastDay).orElseThrow();
        Map<String, Object> body = new LinkedHashMap<>();
        put(body, "territory", territory);
        body.put("title", words(titleFr, titleEn));
        body.put("text", words(textFr, textEn));
        put(body, "theme", theme);
        body.put(
                "opensAt",
                before != null && day(before.opensAt()).equals(first)
                        ? before.opensAt()
                        : first.atStartOfDay(WALL_CLOCK).toInstant());
        body.put(
                "closesAt",
                before != null && day(before.closesAt()).equals(last)
                        ? before.closesAt()
                        : last.atTime(LAST_SECOND).atZone(WALL_CLOCK).toInstant());
        return body;
    }

    private static Map<String, Object> words(@Nullable String fr, @Nullable String en) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("fr", fr == null ? "" : fr.strip());
        put(words, "en", en);
        return words;
    }

    private static void put(Map<String, Object> into, String field, @Nullable String typed) {
        if (typed != null && !typed.isBlank()) {
            into.put(field, typed.strip());
        }
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(WALL_CLOCK).toLocalDate();
    }

    private static Optional<LocalDate> parse(@Nullable String typed) {
        try {
            return typed == null ? Optional.empty() : Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
