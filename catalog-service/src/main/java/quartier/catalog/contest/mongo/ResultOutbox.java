package quartier.catalog.contest.mongo;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import quartier.catalog.contest.Award;
import quartier.catalog.contest.Contests;
import quartier.catalog.contest.Result;
import quartier.catalog.contest.Standing;
import quartier.platform.outbox.OutboundEvent;
import quartier.platform.outbox.OutboundEvents;

/** Gives a result the form that it has on the bus, see {@code contracts/events}. */
@Component
final class ResultOutbox {

    private static final String CALLS = "quartier.catalog.calls";

    record ResultFact(
            String call,
            @Nullable String slug,
            @Nullable String territory,
            List<String> territoryPath,
            List<EntrantFact> entrants) {}

    /** @param prize in French; absent for those who won nothing */
    record EntrantFact(
            String project,
            String slug,
            String title,
            String owner,
            @Nullable Integer rank,
            boolean tied,
            @Nullable String prize,
            @Nullable Long amountMinorUnits) {}

    private final OutboundEvents events;
    private final Contests contests;

    ResultOutbox(OutboundEvents events, Contests contests) {
        this.events = events;
        this.contests = contests;
    }

    /** In order with the call's events; the subject is the result's own, for its sequence is not the call's. */
    OutboundEvent published(Result result) {
        var contest = contests.find(result.call(), result.publishedAt()).orElse(null);
        var fact = new ResultFact(
                result.call(),
                contest == null ? null : contest.slug(),
                contest == null ? null : contest.territory(),
                contest == null ? List.of() : contest.territoryPath(),
                result.standings().stream()
                        .map(standing -> entrant(result, standing))
                        .toList());
        return events.event(
                CALLS,
                "quartier.call.result-published.v1",
                "result-" + result.call(),
                result.call(),
                1,
                result.publishedAt(),
                fact);
    }

    private static EntrantFact entrant(Result result, Standing standing) {
        Award award = result.awards().stream()
                .filter(one -> Objects.equals(one.project(), standing.project()))
                .findFirst()
                .orElse(null);
        return new EntrantFact(
                standing.project(),
                standing.slug(),
                standing.title(),
                standing.owner(),
                standing.rank(),
                standing.tied(),
                award == null ? null : award.prize(),
                award == null ? null : award.amountMinorUnits());
    }
}
