package quartier.catalog.meetup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.catalog.meetup.Decision.Accepted;
import quartier.catalog.meetup.Decision.Rejected;
import quartier.catalog.meetup.Decision.Repeated;

/** Decides what becomes of a meetup. No clock and no store. */
final class MeetupLife {

    static final int WAITING = 1_000;

    private MeetupLife() {}

    static Decision change(Meetup meetup, Staff by, long expectedEdition, MeetupForm form, Instant now) {
        Refusal refusal = unled(meetup, by, expectedEdition, now);
        if (refusal != null) {
            return new Rejected(refusal);
        }
        List<Breach> breaches = MeetupRules.checkChange(meetup, form, now);
        if (!breaches.isEmpty()) {
            return new Rejected(new Refusal.RulesBroken(breaches));
        }
        Meetup edited = meetup.edited(form);
        List<MeetupEvent> events = new ArrayList<>(List.of(new MeetupEvent.Changed()));
        events.addAll(promoted(meetup, edited));
        return new Accepted(edited, events);
    }

    static Decision cancel(Meetup meetup, Staff by, long expectedEdition, String reason, Instant now) {
        if (meetup.cancelled() != null && by.animates(meetup.territoryPath())) {
            return new Repeated(meetup);
        }
        Refusal refusal = unled(meetup, by, expectedEdition, now);
        if (refusal != null) {
            return new Rejected(refusal);
        }
        if (reason.isBlank()) {
            return new Rejected(new Refusal.RulesBroken(List.of(Breach.of("reason", Rule.REQUIRED))));
        }
        return reason.length() > MeetupRules.PLACE
                ? new Rejected(new Refusal.RulesBroken(List.of(Breach.of("reason", Rule.TOO_LONG, MeetupRules.PLACE))))
                : new Accepted(
                        meetup.cancelled(reason.strip()), List.of(new MeetupEvent.Cancelled(ids(meetup.signedUp()))));
    }

    static Decision signUp(Meetup meetup, String member, String name, Instant now) {
        if (meetup.placeOf(member).isPresent()) {
            return new Repeated(meetup);
        }
        if (!takesSignUps(meetup, now)) {
            return new Rejected(new Refusal.NoLongerOpen());
        }
        if (meetup.waiting().size() >= WAITING) {
            return new Rejected(new Refusal.WaitingListFull());
        }
        Meetup with = meetup.with(new Guest(member, name, now));
        boolean waits = with.placeOf(member).orElseThrow() == Meetup.Place.WAITING;
        return new Accepted(with, List.of(new MeetupEvent.SignedUp(member, waits)));
    }

    static Decision signOff(Meetup meetup, String member, Instant now) {
        if (meetup.placeOf(member).isEmpty()) {
            return new Repeated(meetup);
        }
        if (!takesSignUps(meetup, now)) {
            return new Rejected(new Refusal.NoLongerOpen());
        }
        Meetup without = meetup.without(member);
        List<MeetupEvent> events = new ArrayList<>(List.of(new MeetupEvent.SignedOff(member)));
        events.addAll(promoted(meetup, without));
        return new Accepted(without, events);
    }

    static Decision remind(Meetup meetup, Instant now) {
        return meetup.remindedAt() != null || !takesSignUps(meetup, now)
                ? new Repeated(meetup)
                : new Accepted(meetup.reminded(now), List.of(new MeetupEvent.Reminder(ids(meetup.going()))));
    }

    private static boolean takesSignUps(Meetup meetup, Instant now) {
        return meetup.cancelled() == null && meetup.form().startsAt().isAfter(now);
    }

    private static @Nullable Refusal unled(Meetup meetup, Staff by, long expectedEdition, Instant now) {
        if (!by.animates(meetup.territoryPath())) {
            return new Refusal.NotYourTerritory(meetup.form().territory());
        }
        if (expectedEdition != meetup.edition()) {
            return new Refusal.StaleVersion();
        }
        return takesSignUps(meetup, now) ? null : new Refusal.NoLongerOpen();
    }

    private static List<MeetupEvent> promoted(Meetup before, Meetup after) {
        List<String> waited = ids(before.waiting());
        List<String> promoted =
                ids(after.going()).stream().filter(waited::contains).toList();
        return promoted.isEmpty() ? List.of() : List.of(new MeetupEvent.Promoted(promoted));
    }

    private static List<String> ids(List<Guest> guests) {
        return guests.stream().map(Guest::member).toList();
    }
}
