package quartier.pledge.checkout;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.EscrowUnavailableException;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.escrow.Outcome;

/** Waits for decisions: virtual threads make waiting cheap, and a limit keeps it from being for ever. */
public final class Decisions {

    private final Escrows escrows;
    private final Duration within;

    public Decisions(Escrows escrows, Duration within) {
        this.escrows = escrows;
        this.within = within;
    }

    /**
     * @throws EscrowUnavailableException when no decision came: whether there is one is unknown until the command is
     *     sent again
     */
    public Outcome of(String campaign, Command command) {
        return await(escrows.submit(campaign, command));
    }

    /** As above, for a command that was submitted before. */
    public Outcome await(CompletableFuture<Outcome> decision) {
        try {
            return decision.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw switch (failed.getCause()) {
                case RuntimeException known -> known;
                case null, default -> new IllegalStateException(failed);
            };
        } catch (TimeoutException tooSlow) {
            throw new EscrowUnavailableException("No decision within " + within, tooSlow);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new EscrowUnavailableException("Stopped while waiting for a decision", stopping);
        }
    }
}
