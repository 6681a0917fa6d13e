package quartier.gateway.animation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quartier.gateway.catalog.Meetup;

/** A meetup as it is being typed; hours on the wall in Paris. */
record MeetupForm(
        @Nullable String territory,
        @Nullable String titleFr,
        @Nullable String titleEn,
        @Nullable String textFr,
        @Nullable String textEn,
        @Nullable String place,
        @Nullable String startsAt,
        @Nullable String endsAt,
        @Nullable String capacity,
        @Nullable String edition,
        @Nullable String idempotencyKey) {

    static MeetupForm fresh(String key) {
        return new MeetupForm(null, null, null, null, null, null, null, null, null, null, key);
    }

    static MeetupForm of(Meetup meetup) {
        return new MeetupForm(
                meetup.territory(),
                meetup.title().fr(),
                meetup.title().en(),
                meetup.text().fr(),
                meetup.text().en(),
                meetup.place(),
                WallClock.typedMinute(meetup.startsAt()),
                WallClock.typedMinute(meetup.endsAt()),
                String.valueOf(meetup.capacity()),
                String.valueOf(meetup.edition()),
                null);
    }

    MeetupForm withKey(String key) {
        return new MeetupForm(
                territory, titleFr, titleEn, textFr, textEn, place, startsAt, endsAt, capacity, edition, key);
    }

    boolean isReadable() {
        return WallClock.parseMinute(startsAt).isPresent()
                && WallClock.parseMinute(endsAt).isPresent()
                && capacity != null
                && capacity.strip().matches("\\d{1,6}");
    }

    long editionOrZero() {
        return edition != null && edition.matches("\\d{1,18}") ? Long.parseLong(edition) : 0;
    }

    /** As the catalog wants it. */
    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("territory", orEmpty(territory));
        body.put("title", words(titleFr, titleEn));
        body.put("text", words(textFr, textEn));
        body.put("place", orEmpty(place));
        body.put("startsAt", WallClock.parseMinute(startsAt).orElseThrow());
        body.put("endsAt", WallClock.parseMinute(endsAt).orElseThrow());
        body.put("capacity", Integer.parseInt(orEmpty(capacity)));
        return body;
    }

    private static Map<String, Object> words(@Nullable String fr, @Nullable String en) {
        return orEmpty(en).isEmpty() ? Map.of("fr", orEmpty(fr)) : Map.of("fr", orEmpty(fr), "en", orEmpty(en));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
