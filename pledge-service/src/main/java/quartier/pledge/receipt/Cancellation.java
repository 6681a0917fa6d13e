package quartier.pledge.receipt;

import java.time.Instant;

/**
 * A receipt that is void. It stays in the register under its number, and the next one for its gift replaces it.
 *
 * @param reason the operator's words, without names
 * @param by the operator's member id
 */
public record Cancellation(ReceiptNumber number, String reason, String by, Instant at) {}
