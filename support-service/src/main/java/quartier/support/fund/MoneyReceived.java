package quartier.support.fund;

import java.time.Instant;

/**
 * That a fund's whole budget is with the payment provider.
 *
 * @param reference of the transfer
 * @param by the operator who saw it there
 */
public record MoneyReceived(String reference, String by, Instant at) {}
