package quartier.pledge.escrow.journal;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Folded;
import quartier.pledge.escrow.Outcome;

/** What waits in a campaign's queue. */
sealed interface Asked {

    /** Fails what waits with the reason. */
    void fail(RuntimeException reason);

    /** A command to decide. */
    record Decide(Command command, @Nullable String traceparent, CompletableFuture<Outcome> answer) implements Asked {
        @Override
        public void fail(RuntimeException reason) {
            answer.completeExceptionally(reason);
        }
    }

    /** A look at the campaign, as of the newest page that stands. */
    record Look(CompletableFuture<Folded> answer) implements Asked {
        @Override
        public void fail(RuntimeException reason) {
            answer.completeExceptionally(reason);
        }
    }
}
