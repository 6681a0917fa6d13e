package quartier.pledge.escrow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The escrows of all campaigns: the one way in which their money changes. */
public interface Escrows {

    /**
     * Puts a command in its campaign's order. The future completes when the decision is stored (journaled and
     * acknowledged by a majority), at once with {@link Outcome.Overloaded} when the campaign's queue is full, and with
     * {@link EscrowUnavailableException} when the store does not answer: the command may or may not have been decided
     * then, and sending it again tells.
     */
    CompletableFuture<Outcome> submit(String campaign, Command command);

    /** The campaign's escrow at a recent page: never older than what this process has acknowledged. */
    Optional<Escrow> find(String campaign);

    /** The balances of the campaign's ledger at the same page as {@link #find}. */
    Optional<Statement> statement(String campaign);

    /**
     * Campaigns for which {@link Escrow#due} may have something at that time, as far as the projections know; at most
     * {@code limit}, those that wait longest first.
     */
    List<String> withWork(Instant now, int limit);
}
