package quartier.catalog.meetup.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quartier.catalog.meetup.Meetup;
import quartier.catalog.meetup.MeetupForm;
import quartier.catalog.meetup.Rule;
import quartier.platform.web.Problem;

/** Meetups as they are written and read. */
final class MeetupJson {

    private MeetupJson() {}

    record WordsJson(@Nullable String fr, @Nullable String en) {}

    /** The body of POST and PUT, as the caller wrote it. */
    record MeetupRequest(
            @Nullable String territory,
            @Nullable WordsJson title,
            @Nullable WordsJson text,
            @Nullable String place,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable Integer capacity) {

        /** @throws Problem 422 with the fields that are missing */
        MeetupForm form() {
            List<Problem.Field> missing = new ArrayList<>();
            need(missing, "territory", territory);
            need(missing, "startsAt", startsAt);
            need(missing, "endsAt", endsAt);
            need(missing, "capacity", capacity);
            if (!missing.isEmpty()) {
                throw Problem.ofFields(missing);
            }
            return new MeetupForm(
                    Objects.requireNonNull(territory),
                    french(title),
                    english(title),
                    french(text),
                    english(text),
                    place == null ? "" : place.strip(),
                    Objects.requireNonNull(startsAt),
                    Objects.requireNonNull(endsAt),
                    Objects.requireNonNull(capacity));
        }

        private static void need(List<Problem.Field> missing, String field, @Nullable Object value) {
            if (value == null) {
                missing.add(Problem.Field.of(field, Rule.REQUIRED.id()));
            }
        }

        private static String french(@Nullable WordsJson words) {
            return words == null || words.fr() == null ? "" : words.fr().strip();
        }

        private static @Nullable String english(@Nullable WordsJson words) {
            return words == null || words.en() == null || words.en().isBlank()
                    ? null
                    : words.en().strip();
        }
    }

    /** @param mine where the caller stands: going or waiting; absent when they did not sign up */
    record MeetupView(
            String id,
            String slug,
            long edition,
            String territory,
            List<String> territoryPath,
            WordsJson title,
            WordsJson text,
            String place,
            Instant startsAt,
            Instant endsAt,
            int capacity,
            int going,
            int waiting,
            @Nullable String cancelled,
            boolean past,
            @Nullable String mine) {

        static MeetupView of(Meetup meetup, Optional<String> caller, Instant now) {
            var form = meetup.form();
            return new MeetupView(
                    meetup.id(),
                    meetup.slug(),
                    meetup.edition(),
                    form.territory(),
                    meetup.territoryPath(),
                    new WordsJson(form.title(), form.titleEn()),
                    new WordsJson(form.text(), form.textEn()),
                    form.place(),
                    form.startsAt(),
                    form.endsAt(),
                    form.capacity(),
                    meetup.going().size(),
                    meetup.waiting().size(),
                    meetup.cancelled(),
                    meetup.isPast(now),
                    caller.flatMap(meetup::placeOf)
                            .map(place -> switch (place) {
                                case GOING -> "going";
                                case WAITING -> "waiting";
                            })
                            .orElse(null));
        }
    }

    record ListView(List<MeetupView> items) {}

    record GuestView(String member, String name, boolean waiting, Instant since) {}

    record GuestsView(List<GuestView> items) {}
}
