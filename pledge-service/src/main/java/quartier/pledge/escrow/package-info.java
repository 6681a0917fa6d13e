/**
 * The escrow of a campaign: what may happen to the money, decided by pure functions. This package imports only
 * {@code java.*}, JSpecify and itself; it has no clock, no I/O and no randomness: times and ids are in the commands.
 */
@NullMarked
package quartier.pledge.escrow;

import org.jspecify.annotations.NullMarked;
