package quartier.pledge.allowance;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import quartier.platform.messaging.ReceivedEvent;
import quartier.pledge.checkout.Decisions;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Outcome;
import quartier.pledge.escrow.Rejection;

/**
 * Turns what funds announce into commands of their campaigns. A grant says all that was ever granted and a closed
 * allowance stays closed, so that the campaign takes the same event again for what it is, and nothing is kept here.
 */
final class AllowanceListener implements Consumer<Message<byte[]>> {

    private static final Logger log = LoggerFactory.getLogger(AllowanceListener.class);

    private final Decisions decisions;
    private final Clock clock;
    private final MeterRegistry meters;

    AllowanceListener(Decisions decisions, Clock clock, MeterRegistry meters) {
        this.decisions = decisions;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public void accept(Message<byte[]> message) {
        ReceivedEvent event = ReceivedEvent.from(message);
        AllowanceChanged changed = event.dataAs(AllowanceChanged.class);
        Command command = command(event.type(), changed, clock.instant());
        switch (decisions.of(changed.campaign(), command)) {
            case Outcome.Accepted accepted -> {}
            case Outcome.Rejected rejected -> refused(event.type(), changed, rejected.reason());
            case Outcome.Overloaded overloaded ->
                throw new IllegalStateException("The queue of campaign " + changed.campaign() + " is full");
        }
    }

    private static Command command(String type, AllowanceChanged changed, Instant now) {
        return switch (type) {
            case "quartier.allowance.granted.v1" ->
                new Command.GrantAllowance(
                        now,
                        changed.allowance(),
                        changed.fund(),
                        requireNonNull(changed.granted(), "a grant has an amount")
                                .money(),
                        requireNonNull(changed.rule(), "a grant has a rule").matchRule());
            case "quartier.allowance.closed.v1" -> new Command.CloseAllowance(now, changed.allowance());
            default -> throw new IllegalArgumentException("Unknown event type " + type);
        };
    }

    /**
     * The launch travels on another topic and may come later: tried again, and among the dead letters when it does not
     * come. Whatever else the campaign refuses, it refuses for good: it is counted and told, and its fund's money stays
     * reserved until somebody looks.
     */
    private void refused(String type, AllowanceChanged changed, Rejection reason) {
        if (reason instanceof Rejection.CampaignNotOpen) {
            throw new IllegalStateException("Campaign " + changed.campaign() + " is not known yet");
        }
        String why = reason.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        meters.counter("quartier.allowance.rejected", "type", type, "reason", why)
                .increment();
        log.warn("{} had no effect on campaign {}: {}", type, changed.campaign(), reason);
    }
}
