package quartier.pledge.escrow.journal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import quartier.platform.outbox.OutboundEvent;
import quartier.platform.outbox.OutboundEvents;

/**
 * Publishes pages: the events of one, all acknowledged, before those of the next. A page of which something was not
 * acknowledged is sent again as a whole, with the same ids: delivery is at least once.
 */
final class RelayStage implements Follower.Stage {

    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(15);

    private final Projections store;
    private final OutboundEvents outbound;
    private final Function<OutboundEvent, CompletableFuture<?>> kafka;
    private final Counter published;
    private final Counter failed;

    RelayStage(
            Projections store,
            OutboundEvents outbound,
            Function<OutboundEvent, CompletableFuture<?>> kafka,
            MeterRegistry meters) {
        this.store = store;
        this.outbound = outbound;
        this.kafka = kafka;
        this.published = meters.counter("quartier.relay.published");
        this.failed = meters.counter("quartier.relay.failed");
    }

    @Override
    public long position(String campaign) {
        return store.position(campaign).map(Projections.Position::relayedPage).orElse(0L);
    }

    @Override
    public void handle(String campaign, List<Follower.Step> steps) throws InterruptedException {
        long relayed = 0;
        try {
            for (Follower.Step step : steps) {
                publish(PageEvents.of(outbound, step));
                relayed = step.page().n();
            }
        } finally {
            if (relayed > 0) {
                store.relayed(campaign, relayed);
            }
        }
    }

    private void publish(List<OutboundEvent> events) throws InterruptedException {
        CompletableFuture<?>[] sent = new CompletableFuture<?>[events.size()];
        for (int i = 0; i < sent.length; i++) {
            sent[i] = kafka.apply(events.get(i));
            if (sent[i].isCompletedExceptionally()) {
                failed.increment();
                throw new IllegalStateException("Kafka does not take events");
            }
        }
        try {
            CompletableFuture.allOf(sent).get(ACKNOWLEDGED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            published.increment(sent.length);
        } catch (ExecutionException | TimeoutException notAcknowledged) {
            failed.increment();
            throw new IllegalStateException("Kafka did not acknowledge a page's events", notAcknowledged);
        }
    }
}
