package quartier.inkind.need;

import java.util.List;

/** What a need answers to a request. */
public sealed interface Decision {

    /** The need and its events are to be stored together. */
    record Changed(Need need, Commitment commitment, List<NeedEvent> events) implements Decision {
        public Changed {
            events = List.copyOf(events);
        }
    }

    /** It was so already: the same request again. */
    record Unchanged(Need need, Commitment commitment) implements Decision {}

    record Refused(Rejection reason) implements Decision {}
}
