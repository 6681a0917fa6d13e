package quartier.catalog.delivery.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import quartier.catalog.delivery.Backed;
import quartier.catalog.delivery.Parcel;
import quartier.platform.outbox.OutboundEvent;
import quartier.platform.outbox.OutboundEvents;

/** Gives the steps of rewards the form that they have on the bus, see {@code contracts/events}. No address, no choice. */
@Component
final class RewardOutbox {

    private static final String REWARDS = "quartier.catalog.rewards";

    /** So that an event stays far below what the broker takes. */
    private static final int MEMBERS_AT_ONCE = 500;

    record StepFact(
            String pledge, String project, String slug, String title, String backer, String tier, String reward) {}

    /** @param asks {@code choice}, or {@code address} where it is that alone */
    record AskedFact(
            String project, String slug, String title, String tier, String reward, String asks, List<String> members) {}

    private final OutboundEvents events;

    RewardOutbox(OutboundEvents events) {
        this.events = events;
    }

    /** Empty where nothing of it is told. A reward takes each step once, so its sequence is the step's. */
    Optional<OutboundEvent> step(Parcel parcel, Backed project) {
        return switch (parcel.state()) {
            case PREPARED -> step("prepared", 1, parcel, project, parcel.preparedAt());
            case SENT -> step("sent", 2, parcel, project, parcel.sentAt());
            case AWAITED, RECEIVED -> Optional.empty();
        };
    }

    private Optional<OutboundEvent> step(
            String what, long sequence, Parcel parcel, Backed project, @Nullable Instant at) {
        return reward(project, parcel.tier())
                .map(reward -> events.event(
                        REWARDS,
                        "quartier.reward." + what + ".v1",
                        parcel.pledge(),
                        project.id(),
                        sequence,
                        at == null ? Instant.EPOCH : at,
                        new StepFact(
                                parcel.pledge(),
                                project.id(),
                                project.slug(),
                                project.title(),
                                parcel.backer(),
                                reward.tier(),
                                reward.name())));
    }

    /** @param edition of the survey; the same question asked again is the same fact */
    List<OutboundEvent> asked(
            Backed project, String tier, long edition, Instant at, boolean addressAlone, List<String> members) {
        Optional<Backed.Reward> reward = reward(project, tier);
        List<OutboundEvent> asked = new ArrayList<>();
        for (int from = 0; reward.isPresent() && from < members.size(); from += MEMBERS_AT_ONCE) {
            var fact = new AskedFact(
                    project.id(),
                    project.slug(),
                    project.title(),
                    tier,
                    reward.get().name(),
                    addressAlone ? "address" : "choice",
                    members.subList(from, Math.min(members.size(), from + MEMBERS_AT_ONCE)));
            String subject = project.id() + ":" + tier + ":" + from / MEMBERS_AT_ONCE;
            asked.add(events.event(
                    REWARDS, "quartier.reward.details-asked.v1", subject, project.id(), edition, at, fact));
        }
        return asked;
    }

    private static Optional<Backed.Reward> reward(Backed project, @Nullable String tier) {
        return project.rewards().stream()
                .filter(reward -> reward.tier().equals(tier))
                .findFirst();
    }
}
