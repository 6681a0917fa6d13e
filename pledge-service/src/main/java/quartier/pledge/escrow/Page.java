package quartier.pledge.escrow;

import java.util.List;

/**
 * A batch of decisions that is stored together or not at all: the unit of the journal.
 *
 * @param n from 1, dense within its campaign
 * @param previous the hash of page n - 1, {@link #NO_HASH} for the first
 * @param hash SHA-256 over the previous hash, the campaign, n and the stored bytes, in hexadecimal
 */
public record Page(String campaign, long n, String previous, String hash, List<Entry> entries) {

    public static final String NO_HASH = "0".repeat(64);

    public Page {
        entries = List.copyOf(entries);
    }
}
