package quartier.notification.notice.kafka;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import quartier.notification.notice.Argument;
import quartier.notification.notice.Notice;
import quartier.notification.notice.NoticeKind;
import quartier.notification.notice.SupporterAgents;
import quartier.notification.notice.TellMembers;
import quartier.platform.messaging.ReceivedEvent;

/** {@code quartier.support.supporters} and {@code quartier.support.offers} */
@Component
final class SupportEvents {

    record Supporter(String supporter, String name, List<String> agents) {
        Supporter {
            Objects.requireNonNull(supporter, "supporter");
            agents = List.copyOf(agents);
        }
    }

    record Offer(String offer, String supporter, String supporterName, String project, String owner, String title) {
        Offer {
            Objects.requireNonNull(supporter, "supporter");
            Objects.requireNonNull(owner, "owner");
        }
    }

    private final TellMembers tell;
    private final SupporterAgents agents;
    private final UnknownEvents unknown;

    SupportEvents(TellMembers tell, SupporterAgents agents, UnknownEvents unknown) {
        this.tell = tell;
        this.agents = agents;
        this.unknown = unknown;
    }

    void hearSupporter(ReceivedEvent event) {
        switch (event.type()) {
            case "quartier.supporter.registered.v1", "quartier.supporter.suspended.v1" -> keep(event);
            case "quartier.supporter.approved.v1" -> {
                Supporter supporter = keep(event);
                tell.tell(supporter.agents().stream()
                        .map(agent -> Notice.of(
                                event.id(),
                                agent,
                                NoticeKind.SUPPORTER_APPROVED,
                                null,
                                supporter.supporter(),
                                event.time(),
                                new Argument.Text(supporter.name())))
                        .toList());
            }
            default -> unknown.count(event);
        }
    }

    void hearOffer(ReceivedEvent event) {
        switch (event.type()) {
            case "quartier.support-offer.made.v1" -> tellOwner(event, NoticeKind.SUPPORT_OFFERED);
            case "quartier.support-offer.withdrawn.v1" -> tellOwner(event, NoticeKind.SUPPORT_WITHDRAWN);
            case "quartier.support-offer.accepted.v1" -> tellAgents(event, NoticeKind.SUPPORT_ACCEPTED);
            case "quartier.support-offer.declined.v1" -> tellAgents(event, NoticeKind.SUPPORT_DECLINED);
            default -> unknown.count(event);
        }
    }

    private Supporter keep(ReceivedEvent event) {
        Supporter supporter = event.dataAs(Supporter.class);
        agents.keep(supporter.supporter(), supporter.agents(), event.sequence());
        return supporter;
    }

    private void tellOwner(ReceivedEvent event, NoticeKind kind) {
        Offer offer = event.dataAs(Offer.class);
        tell.tell(List.of(about(event, offer, offer.owner(), kind)));
    }

    /** The supporter comes on another topic: if it is late, this record is tried again, and then set aside. */
    private void tellAgents(ReceivedEvent event, NoticeKind kind) {
        Offer offer = event.dataAs(Offer.class);
        List<String> those = agents.of(offer.supporter())
                .orElseThrow(() -> new IllegalStateException("not heard of supporter " + offer.supporter()));
        tell.tell(those.stream().map(agent -> about(event, offer, agent, kind)).toList());
    }

    private static Notice about(ReceivedEvent event, Offer offer, String member, NoticeKind kind) {
        return Notice.of(
                event.id(),
                member,
                kind,
                offer.project(),
                offer.offer(),
                event.time(),
                new Argument.Text(offer.supporterName()),
                new Argument.Text(offer.title()));
    }
}
