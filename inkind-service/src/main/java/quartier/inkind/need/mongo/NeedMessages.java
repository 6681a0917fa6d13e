package quartier.inkind.need.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import quartier.inkind.need.Need;
import quartier.inkind.need.NeedEvent;
import quartier.inkind.need.NeedTopics;
import quartier.inkind.need.Offer;
import quartier.platform.outbox.OutboundEvent;
import quartier.platform.outbox.OutboundEvents;

/**
 * A need's events in the form in which they go out; contracts/events describes each. No name, message or contact is
 * among the data: people are opaque ids on the bus.
 */
@Component
final class NeedMessages {

    private record Published(String need, String project, String territory, String kind, String title, int quantity) {}

    private record Answered(
            String need,
            String project,
            String kind,
            String title,
            String offer,
            String by,
            String owner,
            int quantity) {}

    private record Filled(String need, String project, String kind, String title) {}

    private record CommitmentChanged(
            String commitment,
            String need,
            String project,
            String kind,
            String title,
            int quantity,
            String by,
            String owner) {}

    private record State(
            String need,
            String project,
            String territory,
            String kind,
            String title,
            int quantity,
            int promised,
            int accepted,
            int done,
            boolean open) {}

    private final OutboundEvents events;

    NeedMessages(OutboundEvents events) {
        this.events = events;
    }

    /**
     * The events of one change, and the need's state after it.
     *
     * @param version that the change gives to the need
     */
    List<OutboundEvent> of(Need need, List<NeedEvent> happened, long version, Instant at) {
        List<OutboundEvent> all = new ArrayList<>();
        happened.forEach(event -> all.add(of(need, event, version, at)));
        all.add(events.event(
                NeedTopics.STATE,
                "quartier.need.state.v1",
                need.id(),
                version,
                at,
                new State(
                        need.id(),
                        need.project().id(),
                        need.project().territory(),
                        kind(need),
                        need.title(),
                        need.quantity(),
                        need.promised(),
                        need.accepted(),
                        need.done(),
                        need.open())));
        return all;
    }

    private OutboundEvent of(Need need, NeedEvent event, long version, Instant at) {
        return switch (event) {
            case NeedEvent.NeedPublished() ->
                ofNeed(
                        need,
                        "published",
                        version,
                        at,
                        new Published(
                                need.id(),
                                need.project().id(),
                                need.project().territory(),
                                kind(need),
                                need.title(),
                                need.quantity()));
            case NeedEvent.NeedAnswered(Offer offer) ->
                ofNeed(
                        need,
                        "answered",
                        version,
                        at,
                        new Answered(
                                need.id(),
                                need.project().id(),
                                kind(need),
                                need.title(),
                                offer.id(),
                                offer.by(),
                                need.project().owner(),
                                offer.quantity()));
            case NeedEvent.NeedFilled() ->
                ofNeed(
                        need,
                        "filled",
                        version,
                        at,
                        new Filled(need.id(), need.project().id(), kind(need), need.title()));
            case NeedEvent.CommitmentAgreed(Offer offer) -> ofCommitment(need, offer, "agreed", version, at);
            case NeedEvent.CommitmentDeclined(Offer offer) -> ofCommitment(need, offer, "declined", version, at);
            case NeedEvent.CommitmentWithdrawn(Offer offer) -> ofCommitment(need, offer, "withdrawn", version, at);
            case NeedEvent.CommitmentDone(Offer offer) -> ofCommitment(need, offer, "done", version, at);
            case NeedEvent.CommitmentThanked(Offer offer) -> ofCommitment(need, offer, "thanked", version, at);
        };
    }

    private OutboundEvent ofNeed(Need need, String what, long version, Instant at, Object data) {
        return events.event(NeedTopics.NEEDS, "quartier.need." + what + ".v1", need.id(), version, at, data);
    }

    private OutboundEvent ofCommitment(Need need, Offer offer, String what, long version, Instant at) {
        return events.event(
                NeedTopics.COMMITMENTS,
                "quartier.commitment." + what + ".v1",
                offer.id(),
                need.id(),
                version,
                at,
                new CommitmentChanged(
                        offer.id(),
                        need.id(),
                        need.project().id(),
                        kind(need),
                        need.title(),
                        offer.quantity(),
                        offer.by(),
                        need.project().owner()));
    }

    private static String kind(Need need) {
        return need.kind().name().toLowerCase(Locale.ROOT);
    }
}
