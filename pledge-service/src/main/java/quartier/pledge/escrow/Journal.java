package quartier.pledge.escrow;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The pages of all campaigns. A page once written never changes. */
public interface Journal {

    /**
     * Writes page n, journaled and acknowledged by a majority. Of all who write the same page one succeeds.
     *
     * @return the page; empty when another one has its number; failed with {@link EscrowUnavailableException} when the
     *     store did not answer and the page may or may not stand
     */
    CompletableFuture<Optional<Page>> append(String campaign, long n, String previous, List<Entry> entries);

    /** The pages from n on, dense, at most {@code limit}. */
    List<Page> read(String campaign, long n, int limit);
}
