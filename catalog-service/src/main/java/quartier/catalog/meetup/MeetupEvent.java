package quartier.catalog.meetup;

import java.util.List;

/** What happened to a meetup and is told on the bus. People are ids. */
public sealed interface MeetupEvent {

    record Announced() implements MeetupEvent {}

    record Changed() implements MeetupEvent {}

    /** @param guests all who had signed up */
    record Cancelled(List<String> guests) implements MeetupEvent {
        public Cancelled {
            guests = List.copyOf(guests);
        }
    }

    record SignedUp(String member, boolean waiting) implements MeetupEvent {}

    record SignedOff(String member) implements MeetupEvent {}

    /** Places became free for those who waited, in their order. */
    record Promoted(List<String> members) implements MeetupEvent {
        public Promoted {
            members = List.copyOf(members);
        }
    }

    /** It begins soon. */
    record Reminder(List<String> guests) implements MeetupEvent {
        public Reminder {
            guests = List.copyOf(guests);
        }
    }
}
