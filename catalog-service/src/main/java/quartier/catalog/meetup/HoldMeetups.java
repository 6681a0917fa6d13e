package quartier.catalog.meetup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import quartier.catalog.meetup.Decision.Accepted;
import quartier.catalog.meetup.Decision.Rejected;
import quartier.catalog.meetup.Decision.Repeated;

/** Meetups, as their staff lead them and members sign up for them. */
public final class HoldMeetups {

    /** So long before it begins its guests are reminded. */
    public static final Duration REMINDED_BEFORE = Duration.ofHours(24);

    private static final int SLUG_ATTEMPTS = 10;

    private final Meetups meetups;
    private final Grounds grounds;
    private final Clock clock;

    public HoldMeetups(Meetups meetups, Grounds grounds, Clock clock) {
        this.meetups = meetups;
        this.grounds = grounds;
        this.clock = clock;
    }

    /**
     * Announces a meetup, or finds the one that the same request announced before.
     *
     * @param slug wanted; the id is added where it is taken
     */
    public Decision announce(String id, Staff by, MeetupForm form, String slug, String fingerprint) {
        Optional<Meetup> before = meetups.find(id);
        if (before.isPresent()) {
            return repeated(before.get(), fingerprint);
        }
        Instant now = clock.instant();
        List<String> path = grounds.pathOf(form.territory()).orElse(null);
        if (path == null) {
            return new Rejected(
                    new Refusal.RulesBroken(List.of(Breach.of("territory", Rule.UNKNOWN_TERRITORY, form.territory()))));
        }
        if (!by.animates(path)) {
            return new Rejected(new Refusal.NotYourTerritory(form.territory()));
        }
        List<Breach> breaches = MeetupRules.check(form, now);
        if (!breaches.isEmpty()) {
            return new Rejected(new Refusal.RulesBroken(breaches));
        }
        return store(new Meetup(id, 1, 1, slug, form, path, List.of(), null, null, now, fingerprint));
    }

    public Optional<Decision> change(String id, Staff by, long expectedEdition, MeetupForm form) {
        return meetups.change(id, meetup -> MeetupLife.change(meetup, by, expectedEdition, form, clock.instant()));
    }

    public Optional<Decision> cancel(String id, Staff by, long expectedEdition, String reason) {
        return meetups.change(id, meetup -> MeetupLife.cancel(meetup, by, expectedEdition, reason, clock.instant()));
    }

    public Optional<Decision> signUp(String id, String member, String name) {
        return meetups.change(id, meetup -> MeetupLife.signUp(meetup, member, name, clock.instant()));
    }

    public Optional<Decision> signOff(String id, String member) {
        return meetups.change(id, meetup -> MeetupLife.signOff(meetup, member, clock.instant()));
    }

    /** Each meetup's guests once, whichever replica comes first. */
    public void remind() {
        Instant now = clock.instant();
        meetups.toRemind(now, now.plus(REMINDED_BEFORE))
                .forEach(due -> meetups.change(due.id(), meetup -> MeetupLife.remind(meetup, now)));
    }

    private Decision store(Meetup wanted) {
        for (int attempt = 1; attempt <= SLUG_ATTEMPTS; attempt++) {
            Meetup meetup = attempt == 1 ? wanted : wanted.at(wanted.slug() + "-" + attempt);
            if (meetups.insert(meetup)) {
                return new Accepted(meetup, List.of(new MeetupEvent.Announced()));
            }
            Optional<Meetup> twin = meetups.find(wanted.id());
            if (twin.isPresent()) {
                return repeated(twin.get(), wanted.fingerprint());
            }
        }
        Meetup unique = wanted.at(wanted.slug() + "-" + wanted.id());
        meetups.insert(unique);
        return new Accepted(unique, List.of(new MeetupEvent.Announced()));
    }

    private static Decision repeated(Meetup meetup, String fingerprint) {
        return meetup.fingerprint().equals(fingerprint) ? new Repeated(meetup) : new Rejected(new Refusal.KeyReused());
    }
}
