package quartier.catalog.contest.mongo;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import quartier.catalog.contest.Begun;
import quartier.platform.outbox.OutboundEvent;
import quartier.platform.outbox.OutboundEvents;

/** Gives a phase that began the form that it has on the bus, see {@code contracts/events}. */
@Component
final class PhaseOutbox {

    private static final String CALLS = "quartier.catalog.calls";

    record TitleFact(String fr, @Nullable String en) {}

    record PhaseFact(
            String call,
            String slug,
            TitleFact title,
            String territory,
            List<String> territoryPath,
            String phase,
            @Nullable Instant until,
            List<ConcernedFact> projects) {}

    record ConcernedFact(String project, String slug, String title, List<String> carriers) {}

    private final OutboundEvents events;

    PhaseOutbox(OutboundEvents events) {
        this.events = events;
    }

    /** In order with the call's events; the subject is the phase's own, for its sequence is not the call's. */
    OutboundEvent began(Begun begun) {
        String phase = begun.stage().name().toLowerCase(Locale.ROOT);
        var fact = new PhaseFact(
                begun.call(),
                begun.slug(),
                new TitleFact(begun.title().fr(), begun.title().en()),
                begun.territory(),
                begun.territoryPath(),
                phase,
                begun.until(),
                begun.projects().stream()
                        .map(one -> new ConcernedFact(
                                one.project(),
                                one.slug(),
                                one.title(),
                                one.carriers().stream().sorted().toList()))
                        .toList());
        return events.event(
                CALLS,
                "quartier.call.phase-began.v1",
                "phase-" + phase + "-" + begun.call(),
                begun.call(),
                1,
                begun.at(),
                fact);
    }
}
