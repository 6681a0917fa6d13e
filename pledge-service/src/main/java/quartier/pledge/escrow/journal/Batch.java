package quartier.pledge.escrow.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Bookkeeping;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Decision;
import quartier.pledge.escrow.Entry;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Event;
import quartier.pledge.escrow.Evolution;
import quartier.pledge.escrow.Folded;
import quartier.pledge.escrow.Outcome;
import quartier.pledge.escrow.Rules;

/**
 * What those who wait are to be told, decided one after the other on a fold and not said yet. When the fold turns out to
 * be old, the batch is thrown away and decided again.
 */
final class Batch {

    private record Answer(
            Asked.Decide asked,
            @Nullable Outcome outcome,
            @Nullable RuntimeException mistake) {}

    private final String campaign;
    private final List<Asked> waiting;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private @Nullable Escrow escrow;
    private boolean needsNewest;

    private Batch(Folded before, List<Asked> waiting) {
        this.campaign = before.campaign();
        this.escrow = before.escrow();
        this.waiting = List.copyOf(waiting);
    }

    static Batch decide(Folded before, List<Asked> waiting) {
        Batch batch = new Batch(before, waiting);
        for (Asked asked : waiting) {
            switch (asked) {
                case Asked.Decide decide -> batch.decide(decide);
                case Asked.Look _ -> batch.needsNewest = true;
            }
        }
        return batch;
    }

    private void decide(Asked.Decide asked) {
        try {
            switch (Rules.decide(campaign, escrow, asked.command())) {
                case Decision.Accepted accepted -> {
                    record(asked, accepted.events());
                    Escrow now = escrow;
                    if (now == null) {
                        throw new IllegalStateException("nothing is accepted before a campaign was opened");
                    }
                    answers.add(new Answer(asked, new Outcome.Accepted(now, accepted.events()), null));
                }
                case Decision.Rejected rejected -> {
                    record(asked, rejected.remembered());
                    needsNewest |= rejected.remembered().isEmpty();
                    answers.add(new Answer(asked, new Outcome.Rejected(rejected.reason()), null));
                }
            }
        } catch (IllegalArgumentException | ArithmeticException mistake) {
            answers.add(new Answer(asked, null, mistake));
        }
    }

    private void record(Asked.Decide asked, List<Event> events) {
        if (!events.isEmpty()) {
            escrow = Evolution.evolve(escrow, events);
            entries.add(new Entry(asked.traceparent(), events, Bookkeeping.transactionOf(events)));
        }
    }

    List<Entry> entries() {
        return entries;
    }

    @Nullable
    Escrow escrow() {
        return escrow;
    }

    /** Whether an answer may be wrong if the fold was old although nothing is to be stored: looks, and some refusals. */
    boolean needsNewest() {
        return needsNewest;
    }

    List<Asked> waiting() {
        return waiting;
    }

    /**
     * Tells everybody.
     *
     * @param stands what there is now
     * @param told is told of each command that has an outcome, just before who asked
     */
    void answer(Folded stands, BiConsumer<Command, Outcome> told) {
        for (Answer answer : answers) {
            if (answer.mistake() != null) {
                answer.asked().fail(answer.mistake());
            } else if (answer.outcome() != null) {
                told.accept(answer.asked().command(), answer.outcome());
                answer.asked().answer().complete(answer.outcome());
            }
        }
        for (Asked asked : waiting) {
            if (asked instanceof Asked.Look look) {
                look.answer().complete(stands);
            }
        }
    }
}
