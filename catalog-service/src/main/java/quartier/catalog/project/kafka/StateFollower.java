package quartier.catalog.project.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.stereotype.Component;
import quartier.catalog.project.IndexProjects;
import quartier.catalog.project.SumFigures;
import quartier.catalog.project.Totals;
import quartier.platform.messaging.ReceivedEvent;
import tools.jackson.core.JacksonException;

/**
 * Keeps this replica's index and its sums: made from the store before the first request is answered, then kept by what is
 * said on two compacted topics. Of a project an event only says that it changed; what it is now is read from the store.
 * Of a campaign it says the totals themselves, for the store has them only later.
 */
@Component
final class StateFollower implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(StateFollower.class);
    private static final String PROJECTS = "quartier.catalog.projects.state";
    private static final String CAMPAIGNS = "quartier.pledge.campaigns.state";

    /** By how much the clocks of two replicas may differ, and how long a relay may take. */
    private static final Duration BEFORE = Duration.ofMinutes(5);

    private final ConsumerFactory<?, ?> consumers;
    private final IndexProjects index;
    private final SumFigures figures;
    private volatile List<WholeTopic> following = List.of();

    StateFollower(ConsumerFactory<?, ?> consumers, IndexProjects index, SumFigures figures) {
        this.consumers = consumers;
        this.index = index;
        this.figures = figures;
    }

    @Override
    public int getPhase() {
        // Before the web server: a replica that answers has read everything.
        return 0;
    }

    @Override
    public void start() {
        Instant from = Clock.systemUTC().instant().minus(BEFORE);
        index.rebuild();
        following = List.of(
                new WholeTopic(consumers, "index", PROJECTS, from, this::readAgain),
                // From its beginning: what the group heard late reached the store after the index was made from it.
                new WholeTopic(consumers, "figures", CAMPAIGNS, null, records -> records.forEach(this::hearTotals)));
        following.forEach(WholeTopic::start);
    }

    private void readAgain(ConsumerRecords<?, ?> records) {
        Set<String> changed = new TreeSet<>();
        records.forEach(message -> changed.add(text(message.key())));
        index.refresh(changed);
    }

    private void hearTotals(ConsumerRecord<?, ?> message) {
        if (message.value() == null) {
            return;
        }
        try {
            ReceivedEvent event = event(message);
            Totals totals = CampaignNewsReader.stateOf(event);
            if (totals != null) {
                figures.hear(event.subject(), event.sequence(), totals);
            }
        } catch (IllegalArgumentException | JacksonException unreadable) {
            // The group's listener puts what it cannot read aside for the operator; here it is only passed over.
            log.warn("The totals of {} are unreadable", text(message.key()));
        }
    }

    private static ReceivedEvent event(ConsumerRecord<?, ?> message) {
        var read = MessageBuilder.withPayload(text(message.value()).getBytes(StandardCharsets.UTF_8));
        message.headers().forEach(header -> {
            if (header.key().startsWith("ce_")) {
                read.setHeader(header.key(), header.value());
            }
        });
        return ReceivedEvent.from(read.build());
    }

    /** Whatever the factory makes of keys and values. */
    private static String text(@Nullable Object part) {
        return part instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(part);
    }

    @Override
    public void stop() {
        following.forEach(WholeTopic::stop);
        following = List.of();
    }

    @Override
    public boolean isRunning() {
        return !following.isEmpty();
    }
}
