package quartier.notification.notice.kafka;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import quartier.notification.notice.InMemory;
import quartier.notification.notice.SupporterAgents;
import quartier.notification.notice.TellMembers;
import quartier.platform.messaging.ReceivedEvent;
import quartier.testing.EventContracts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All listeners over stores in memory, and the examples that stand beside the producers. */
abstract class Hearing {

    static final Instant AT = Instant.parse("2027-03-01T08:00:00Z");

    final InMemory.KnownFollows follows = new InMemory.KnownFollows();
    final InMemory.KnownProjects projects = new InMemory.KnownProjects();
    final InMemory.Inboxes inboxes = new InMemory.Inboxes();
    final KnownAgents agents = new KnownAgents();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final TellMembers tell = new TellMembers(
            projects,
            follows,
            new InMemory.KnownBackings(),
            new InMemory.KnownOperators(),
            new InMemory.KnownContacts(),
            inboxes,
            inboxes);
    final UnknownEvents unknown = new UnknownEvents(meters);

    Consumer<ReceivedEvent> listenerOf(String type) {
        return switch (type.split("\\.", 3)[1]) {
            case "project" -> new ProjectEvents(tell, unknown)::hear;
            case "pledge" -> new PledgeEvents(tell, unknown)::hear;
            case "campaign" -> new CampaignEvents(tell, unknown)::hear;
            case "call" -> new AnimationEvents(tell, unknown)::hearCall;
            case "question" -> new CarryingEvents(tell, unknown)::hearQuestion;
            case "reward" -> new CarryingEvents(tell, unknown)::hearReward;
            case "need" -> new InKindEvents(tell, unknown)::hearNeed;
            case "commitment" -> new InKindEvents(tell, unknown)::hearCommitment;
            case "supporter" -> support()::hearSupporter;
            case "support-offer" -> support()::hearOffer;
            default -> throw new IllegalArgumentException(type);
        };
    }

    SupportEvents support() {
        return new SupportEvents(tell, agents, unknown);
    }

    JsonNode hear(String service, String type, Consumer<ReceivedEvent> listener) {
        JsonNode data = example(service, type);
        listener.accept(event(type, data.toString()));
        return data;
    }

    static JsonNode example(String service, String type) {
        return new JsonMapper().readTree(EventContracts.of(service).example(type));
    }

    static ReceivedEvent event(String type, String json) {
        return new ReceivedEvent("e1", type, "/producer", "subject", 7, AT, json);
    }

    static final class KnownAgents implements SupporterAgents {
        private final Map<String, List<String>> agents = new TreeMap<>();

        @Override
        public void keep(String supporter, List<String> those, long sequence) {
            agents.put(supporter, those);
        }

        @Override
        public Optional<List<String>> of(String supporter) {
            return Optional.ofNullable(agents.get(supporter));
        }
    }
}
