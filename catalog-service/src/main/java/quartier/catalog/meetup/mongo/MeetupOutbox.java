package quartier.catalog.meetup.mongo;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import quartier.catalog.meetup.Meetup;
import quartier.catalog.meetup.MeetupEvent;
import quartier.platform.outbox.OutboundEvent;
import quartier.platform.outbox.OutboundEvents;

/** Gives a meetup's events the form that they have on the bus, see {@code contracts/events}. */
@Component
final class MeetupOutbox {

    private static final String MEETUPS = "quartier.catalog.meetups";

    record TitleFact(String fr, @Nullable String en) {}

    /** The data of each event of a meetup. The names only grow. */
    record MeetupFact(
            String meetup,
            String slug,
            TitleFact title,
            String territory,
            List<String> territoryPath,
            String place,
            Instant startsAt,
            Instant endsAt,
            int capacity,
            @Nullable String reason,
            @Nullable String member,
            @Nullable Boolean waiting,
            @Nullable List<String> members) {}

    private record Told(
            String type,
            @Nullable String member,
            @Nullable Boolean waiting,
            @Nullable List<String> members) {}

    private final OutboundEvents events;
    private final Clock clock;

    MeetupOutbox(OutboundEvents events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** In their order, the last one under the meetup's version. */
    List<OutboundEvent> facts(Meetup meetup, List<MeetupEvent> happened) {
        return IntStream.range(0, happened.size())
                .mapToObj(at -> fact(meetup, meetup.version() - (happened.size() - 1 - at), happened.get(at)))
                .toList();
    }

    private OutboundEvent fact(Meetup meetup, long sequence, MeetupEvent event) {
        Told told = told(event);
        var form = meetup.form();
        var fact = new MeetupFact(
                meetup.id(),
                meetup.slug(),
                new TitleFact(form.title(), form.titleEn()),
                form.territory(),
                meetup.territoryPath(),
                form.place(),
                form.startsAt(),
                form.endsAt(),
                form.capacity(),
                meetup.cancelled(),
                told.member(),
                told.waiting(),
                told.members());
        return events.event(
                MEETUPS, "quartier.meetup." + told.type() + ".v1", meetup.id(), sequence, clock.instant(), fact);
    }

    private static Told told(MeetupEvent event) {
        return switch (event) {
            case MeetupEvent.Announced none -> new Told("announced", null, null, null);
            case MeetupEvent.Changed none -> new Told("changed", null, null, null);
            case MeetupEvent.Cancelled(var guests) -> new Told("cancelled", null, null, guests);
            case MeetupEvent.SignedUp(var member, var waiting) -> new Told("signed-up", member, waiting, null);
            case MeetupEvent.SignedOff(var member) -> new Told("signed-off", member, null, null);
            case MeetupEvent.Promoted(var members) -> new Told("promoted", null, null, members);
            case MeetupEvent.Reminder(var guests) -> new Told("reminder", null, null, guests);
        };
    }
}
