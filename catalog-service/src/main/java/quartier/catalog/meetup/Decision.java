package quartier.catalog.meetup;

import java.util.List;

/** What became of a wish. */
public sealed interface Decision {

    /** The meetup as it is from now on, and what is told about it. */
    record Accepted(Meetup meetup, List<MeetupEvent> events) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** It was so already. */
    record Repeated(Meetup meetup) implements Decision {}

    record Rejected(Refusal reason) implements Decision {}
}
