package quartier.pledge.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.escrow.Outcome;
import quartier.pledge.escrow.Statement;

/**
 * Writes down every answer, and minds that no look is older than what the same process has acknowledged.
 *
 * @param acknowledged the last sequence that this process has acknowledged, by campaign
 */
record WitnessedEscrows(Escrows escrows, History history, Map<String, Long> acknowledged) implements Escrows {

    @Override
    public CompletableFuture<Outcome> submit(String campaign, Command command) {
        CompletableFuture<Outcome> answer = escrows.submit(campaign, command);
        if (answer.isDone() && !answer.isCompletedExceptionally()) {
            Outcome outcome = answer.join();
            history.answered(campaign, command, outcome);
            if (outcome instanceof Outcome.Accepted accepted) {
                acknowledged.merge(campaign, accepted.escrow().sequence(), Math::max);
            }
        }
        return answer;
    }

    @Override
    public Optional<Escrow> find(String campaign) {
        long least = acknowledged.getOrDefault(campaign, 0L);
        Optional<Escrow> found = escrows.find(campaign);
        long sequence = found.map(Escrow::sequence).orElse(0L);
        if (sequence < least) {
            throw new AssertionError(
                    campaign + " was shown at event " + sequence + " after event " + least + " was acknowledged");
        }
        return found;
    }

    @Override
    public Optional<Statement> statement(String campaign) {
        return escrows.statement(campaign);
    }

    @Override
    public List<String> withWork(Instant now, int limit) {
        return escrows.withWork(now, limit);
    }
}
