package quartier.catalog.call.mongo;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import quartier.catalog.call.Call;
import quartier.catalog.call.CallEvent;
import quartier.catalog.call.Words;
import quartier.platform.outbox.OutboundEvent;
import quartier.platform.outbox.OutboundEvents;

/** Gives a call's events the form that they have on the bus, see {@code contracts/events}. */
@Component
final class CallOutbox {

    static final String CALLS = "quartier.catalog.calls";

    /** The data of each event of a call: all that is public of it, without its text. The names only grow. */
    record CallFact(
            String call,
            String slug,
            TitleFact title,
            String territory,
            List<String> territoryPath,
            @Nullable String theme,
            Instant opensAt,
            Instant closesAt,
            List<PhaseFact> phases,
            @Nullable Long envelopeMinorUnits,
            @Nullable String matchFund) {}

    record PhaseFact(String phase, Instant from, @Nullable Instant until) {}

    record TitleFact(String fr, @Nullable String en) {}

    private final OutboundEvents events;
    private final Clock clock;

    CallOutbox(OutboundEvents events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    OutboundEvent fact(Call call, CallEvent event) {
        return events.event(CALLS, type(event), call.id(), call.version(), clock.instant(), data(call));
    }

    private static String type(CallEvent event) {
        return switch (event) {
            case ANNOUNCED -> "quartier.call.announced.v1";
            case CHANGED -> "quartier.call.changed.v1";
            case CLOSED -> "quartier.call.closed.v1";
        };
    }

    private static CallFact data(Call call) {
        var form = call.form();
        Words title = form.title();
        return new CallFact(
                call.id(),
                call.slug(),
                new TitleFact(title.fr(), title.en()),
                form.territory(),
                call.territoryPath(),
                form.theme(),
                form.opensAt(),
                form.closesAt(),
                call.timetable().stream()
                        .map(span -> new PhaseFact(span.phase().id(), span.from(), span.until()))
                        .toList(),
                form.stake().envelopeMinorUnits(),
                form.stake().matchFund());
    }
}
