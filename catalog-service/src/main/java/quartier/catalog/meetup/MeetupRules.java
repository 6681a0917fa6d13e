package quartier.catalog.meetup;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a meetup must be. All broken rules are told at once. */
final class MeetupRules {

    static final int TITLE = 80;
    static final int TEXT = 5_000;
    static final int PLACE = 200;
    static final int CAPACITY = 1_000;
    private static final Duration LONGEST = Duration.ofDays(7);

    private MeetupRules() {}

    static List<Breach> check(MeetupForm form, Instant now) {
        List<Breach> found = new ArrayList<>();
        text(found, "title", form.title(), form.titleEn(), TITLE);
        text(found, "text", form.text(), form.textEn(), TEXT);
        if (form.place().isBlank()) {
            found.add(Breach.of("place", Rule.REQUIRED));
        } else if (form.place().length() > PLACE) {
            found.add(Breach.of("place", Rule.TOO_LONG, PLACE));
        }
        if (!form.startsAt().isAfter(now)) {
            found.add(Breach.of("startsAt", Rule.MEETUP_IN_PAST));
        }
        if (!form.endsAt().isAfter(form.startsAt())) {
            found.add(Breach.of("endsAt", Rule.ENDS_BEFORE_START));
        } else if (form.endsAt().isAfter(form.startsAt().plus(LONGEST))) {
            found.add(Breach.of("endsAt", Rule.MEETUP_TOO_LONG, LONGEST.toDays()));
        }
        if (form.capacity() < 1 || form.capacity() > CAPACITY) {
            found.add(Breach.of("capacity", Rule.CAPACITY_OUT_OF_RANGE, CAPACITY));
        }
        return found;
    }

    /** Nobody who was given a place loses it. */
    static List<Breach> checkChange(Meetup before, MeetupForm form, Instant now) {
        List<Breach> found = check(form, now);
        if (!form.territory().equals(before.form().territory())) {
            found.add(Breach.of("territory", Rule.TERRITORY_FIXED));
        }
        int going = before.going().size();
        if (form.capacity() < going) {
            found.add(Breach.of("capacity", Rule.CAPACITY_BELOW_SIGN_UPS, going));
        }
        return found;
    }

    private static void text(List<Breach> found, String field, String fr, @Nullable String en, int longest) {
        if (fr.isBlank()) {
            found.add(Breach.of(field + ".fr", Rule.REQUIRED));
        } else if (fr.length() > longest || (en != null && en.length() > longest)) {
            found.add(Breach.of(field, Rule.TOO_LONG, longest));
        }
    }
}
