package quartier.pledge.escrow;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The pages of all campaigns. A page once written never changes. */
public interface Journal {

    /** What became of a page that was to be written. */
    sealed interface Appended {

        record Written() implements Appended {}

        /** Another page has its number. */
        record Overtaken() implements Appended {}
    }

    /** A page under its number and hash, of which nobody knows yet. */
    interface Draft {

        Page page();

        /**
         * Writes it, journaled and acknowledged by a majority. Of all who write the same page one succeeds.
         *
         * @return failed with {@link EscrowUnavailableException} when the store did not answer and the page may or may
         *     not stand
         */
        CompletableFuture<Appended> write();
    }

    /** Page n, after the one with the hash {@code previous}. It may be thrown away. */
    Draft draft(String campaign, long n, String previous, List<Entry> entries);

    /** The pages from n on, dense, at most {@code limit}. */
    List<Page> read(String campaign, long n, int limit);
}
