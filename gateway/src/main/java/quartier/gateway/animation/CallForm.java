package quartier.gateway.animation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
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
                WallClock.typedDay(call.opensAt()),
                WallClock.typedDay(call.closesAt()),
                String.valueOf(call.version()),
                null);
    }

    CallForm withKey(String key) {
        return new CallForm(territory, titleFr, titleEn, textFr, textEn, theme, firstDay, lastDay, version, key);
    }

    boolean hasReadableDates() {
        return WallClock.parseDay(firstDay).isPresent()
                && WallClock.parseDay(lastDay).isPresent();
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
        LocalDate first = WallClock.parseDay(firstDay).orElseThrow();
        LocalDate last = WallClock.parseDay(lastDay).orElseThrow();
        Map<String, Object> body = new LinkedHashMap<>();
        put(body, "territory", territory);
        body.put("title", words(titleFr, titleEn));
        body.put("text", words(textFr, textEn));
        put(body, "theme", theme);
        Instant opens = before == null ? null : before.opensAt();
        Instant closes = before == null ? null : before.closesAt();
        body.put("opensAt", WallClock.kept(opens, first, WallClock.beginOf(first)));
        body.put("closesAt", WallClock.kept(closes, last, WallClock.endOf(last)));
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
}
